package dev.tradewind.standalone.model;

import static dev.tradewind.standalone.model.CustomsRows.all;
import static dev.tradewind.standalone.model.CustomsRows.hs;
import static dev.tradewind.standalone.model.CustomsRows.months;
import static dev.tradewind.standalone.model.CustomsRows.region;
import static dev.tradewind.standalone.model.CustomsRows.to;
import static dev.tradewind.standalone.model.CustomsRows.toUs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.standalone.model.CustomsRows.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The statements of the published analysis, as it words them, from the written files. Expectations
 * are the text's, not the model's; tolerance is the text's rounding. January–July 2025 against 2024
 * unless stated.
 */
class ArticleFiguresTest {
  private static final Offset<Double> TENTH = within(0.05);
  private static final Set<Integer> BASE = months(2024, 7);
  private static final Set<Integer> CURRENT = months(2025, 7);
  private static final String[] ELECTROMECHANICAL = {
    "84", "85", "86", "87", "88", "89", "90", "91"
  };
  private static final String[] FOOTWEAR = {"6401", "6402", "6403", "6404", "6405"};
  private static final String[] SPECIAL = {"98", "99"};
  private static final String[] PHONE_PARTS = {"85177930", "85177100"};

  @TempDir static Path directory;
  private static CustomsRows files;

  @BeforeAll
  static void write() throws IOException {
    files = new CustomsRows(ModelledData.writeTo(directory));
  }

  @ParameterizedTest(name = "{0}: US${1} bn to the US in 2024")
  @CsvSource({"CN,524.7", "44,133.4", "33,88.8", "32,83.0"})
  void theLevelsOf2024(String region, double billions) {
    Predicate<Row> where = region.equals("CN") ? all() : region(region);
    assertThat(files.sum(months(2024, 12), where.and(toUs()))).isCloseTo(billions, TENTH);
  }

  @Test
  void sixCoastalProvincesSendNearly80PerCent() {
    double share = share("44", "33", "32", "31", "37", "35");
    assertThat(share).isBetween(79.0, 79.9);
  }

  @Test
  void fiveInlandProvincesSendAbout10Point8PerCent() {
    assertThat(share("51", "34", "42", "41", "50")).isCloseTo(10.8, TENTH);
  }

  @ParameterizedTest(name = "{0}: {1} % of its own exports go to the US")
  @CsvSource({"CN,11.8", "14,22.5", "35,16.4", "51,14.6"})
  void exposure(String region, double percent) {
    Predicate<Row> where = region.equals("CN") ? all() : region(region);
    double exposure = 100 * files.sum(CURRENT, where.and(toUs())) / files.sum(CURRENT, where);
    assertThat(exposure).isCloseTo(percent, TENTH);
  }

  @ParameterizedTest(name = "{0}: {1} %")
  @CsvSource({"53,-71.0", "14,-47.9", "63,-39.8", "50,-30.9", "43,-28.6", "42,36.0", "33,-5.3"})
  void yearOnYearToTheUs(String region, double percent) {
    assertThat(yoy(region(region).and(toUs()))).isCloseTo(percent, TENTH);
  }

  @Test
  void xinjiangRoseBy265PerCent() {
    assertThat(yoy(region("65").and(toUs()))).isCloseTo(265, within(0.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"45", "23", "54", "15", "62"})
  void theseRose(String region) {
    assertThat(yoy(region(region).and(toUs()))).isPositive();
  }

  @Test
  void theNationFellBy15Point5PerCentInEightMonthsAnd21Point7InJuly() {
    assertThat(yoy(months(2024, 8), months(2025, 8), toUs())).isCloseTo(-15.5, TENTH);
    assertThat(yoy(Set.of(202407), Set.of(202507), toUs())).isCloseTo(-21.7, TENTH);
  }

  @Test
  void fujiansFootwearFellToTheUsAndInTotal() {
    Predicate<Row> footwear = region("35").and(hs(FOOTWEAR));
    assertThat(yoy(footwear.and(toUs()))).isCloseTo(-23.8, TENTH);
    assertThat(yoy(footwear)).isNegative();
  }

  @ParameterizedTest(name = "{0}: {1} %")
  @CsvSource({"35,-55.3", "51,-74.1", "50,-87.9", "42,354.9"})
  void specialAndUnclassifiedGoodsToTheUs(String region, double percent) {
    assertThat(yoy(region(region).and(hs(SPECIAL)).and(toUs()))).isCloseTo(percent, TENTH);
  }

  @Test
  void electromechanicalFallsAreAtLeastPartlyOffsetElsewhere() {
    Predicate<Row> goods = hs(ELECTROMECHANICAL);
    assertThat(yoy(goods.and(toUs()))).isNegative();
    assertThat(offset(goods)).isPositive();
    String[] southEastAsia = {"112", "122", "129", "132", "136", "141"};
    for (String[] partners : new String[][] {southEastAsia, {"111"}, {"304"}, {"116"}}) {
      assertThat(yoy(goods.and(to(partners)))).as("to %s", (Object[]) partners).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"9401 9403", "9503", "6401 6402 6403 6404 6405"})
  void furnitureToysAndFootwearFallInMostProvincesAndAreHardToRedirect(String prefixes) {
    Predicate<Row> goods = hs(prefixes.split(" "));
    long falling =
        files.rows.stream()
            .map(Row::region)
            .distinct()
            .filter(region -> yoy(region(region).and(goods).and(toUs())) < 0)
            .count();
    assertThat(falling).isGreaterThan(31 / 2);
    assertThat(offset(goods)).isLessThan(0.25);
  }

  @Test
  void phonePartsWentToIndia() {
    Predicate<Row> parts = hs(PHONE_PARTS).and(to("111"));
    assertThat(fold(region("41").and(parts))).as("Henan").isBetween(10.0, 11.0);
    assertThat(fold(region("32").and(parts))).as("Jiangsu").isBetween(2.7, 3.0);
  }

  @Test
  void chipsWentToVietnam() {
    Predicate<Row> chips = hs("8542").and(to("141"));
    assertThat(fold(region("50").and(chips))).as("Chongqing").isBetween(24.0, 26.0);
    assertThat(fold(region("34").and(chips))).as("Anhui").isBetween(67.0, 69.0);
  }

  private static double share(String... regions) {
    return 100 * files.sum(CURRENT, region(regions).and(toUs())) / files.sum(CURRENT, toUs());
  }

  private static double yoy(Predicate<Row> filter) {
    return yoy(BASE, CURRENT, filter);
  }

  private static double yoy(Set<Integer> base, Set<Integer> current, Predicate<Row> filter) {
    double before = files.sum(base, filter);
    return 100 * (files.sum(current, filter) - before) / before;
  }

  private static double fold(Predicate<Row> filter) {
    return files.sum(CURRENT, filter) / files.sum(BASE, filter);
  }

  /** Change elsewhere / −change to the US. */
  private static double offset(Predicate<Row> goods) {
    Predicate<Row> elsewhere = goods.and(toUs().negate());
    Predicate<Row> us = goods.and(toUs());
    return (files.sum(CURRENT, elsewhere) - files.sum(BASE, elsewhere))
        / (files.sum(BASE, us) - files.sum(CURRENT, us));
  }
}

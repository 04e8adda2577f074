package dev.tradewind.standalone.model;

import static dev.tradewind.standalone.model.CustomsRows.months;
import static dev.tradewind.standalone.model.CustomsRows.region;
import static dev.tradewind.standalone.model.CustomsRows.toUs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.standalone.model.CustomsRows.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold of the files beside the published figures. */
class ModelledFilesTest {
  private static final Set<String> BEFORE_2022 = Set.of("85171210", "85177030", "85177070");
  private static final Set<String> SINCE_2022 =
      Set.of("85171300", "85177930", "85177100", "99000000");

  @TempDir static Path directory;
  private static List<Path> paths;
  private static CustomsRows files;

  @BeforeAll
  static void write() throws IOException {
    paths = ModelledData.writeTo(directory.resolve("one"));
    files = new CustomsRows(paths);
  }

  @Test
  void theSameBytesEveryTime() throws IOException {
    for (Path again : ModelledData.writeTo(directory.resolve("two"))) {
      Path first = directory.resolve("one").resolve(again.getFileName());
      assertThat(Files.mismatch(first, again)).as("%s", first).isEqualTo(-1);
    }
  }

  @Test
  void theLayoutIsThatOfTheCustomsSite() throws IOException {
    for (Path path : paths) {
      String text = CustomsRows.text(path);
      assertThat(text)
          .startsWith(
              "\"数据年月\",\"商品编码\",\"商品名称\",\"贸易伙伴编码\",\"贸易伙伴名称\",\"注册地编码\",\"注册地名称\","
                  + "\"第一数量\",\"第一计量单位\",\"第二数量\",\"第二计量单位\",\"美元\",\n");
      assertThat(text.lines())
          .allMatch(
              line -> line.startsWith("\"") && line.endsWith("\",") && !line.contains("\uFFFD"));
      assertThat(text.lines().count() - 1).as("rows; 10,000 means cut").isNotEqualTo(10_000);
    }
  }

  @Test
  void everyFileKnowsAllMonthsSoThatItsProductsAreComparable() throws IOException {
    for (Path path : paths) {
      Set<Integer> periods =
          new CustomsRows(List.of(path))
              .rows.stream().map(Row::period).collect(Collectors.toCollection(TreeSet::new));
      assertThat(periods).hasSize(68).startsWith(202001).endsWith(202508);
    }
  }

  @Test
  void theRowsAreFewPositiveAndDistinct() {
    assertThat(files.rows.size()).isBetween(100_000, 500_000);
    Set<Row> keys = new HashSet<>();
    for (Row row : files.rows) {
      assertThat(row.value()).isPositive();
      Row key = new Row(row.period(), row.hs(), row.partner(), row.region(), 0);
      assertThat(keys.add(key)).as("a second %s", key).isTrue();
    }
  }

  @Test
  void everyCodeIsInUseInItsMonth() {
    for (Row row : files.rows) {
      boolean new2022 = row.period() >= 202201;
      assertThat(new2022 ? BEFORE_2022 : SINCE_2022).doesNotContain(row.hs());
      YearMonth month = YearMonth.of(row.period() / 100, row.period() % 100);
      assertThat(Objects.requireNonNull(Partner.gacc(row.partner())).valid(month)).isTrue();
    }
    assertThat(files.rows.stream().map(Row::region).distinct())
        .containsExactlyInAnyOrderElementsOf(Region.all().stream().map(Region::gacc).toList());
    assertThat(files.rows.stream().map(Row::partner).distinct().count()).isBetween(12L, 16L);
  }

  @Test
  void exactlyFiveProvincesDeserveAnAlertInAugust2025AndNoneIsNearAThreshold() {
    Map<String, Double> alerts = new TreeMap<>();
    for (Region region : Region.all()) {
      double base = files.sum(months(2024, 8), region(region.gacc()).and(toUs()));
      double current = files.sum(months(2025, 8), region(region.gacc()).and(toUs()));
      double yoy = 100 * (current - base) / base;
      assertThat(base).as("%s's base, US$ bn", region.code()).isGreaterThan(0.011);
      assertThat(Math.abs(yoy + 20)).as("%s: %f", region.code(), yoy).isGreaterThan(1);
      assertThat(Math.abs(yoy + 40)).as("%s: %f", region.code(), yoy).isGreaterThan(1);
      if (yoy <= -20) {
        alerts.put(region.code(), yoy);
      }
    }
    assertThat(alerts.keySet()).containsExactly("CN-CQ", "CN-HN", "CN-QH", "CN-SX", "CN-YN");
    assertThat(alerts.entrySet().stream().filter(e -> e.getValue() <= -40).map(Map.Entry::getKey))
        .containsExactly("CN-SX", "CN-YN");
  }

  @Test
  void theHistoryHasSeasonsNewYearAndGrowth() {
    for (int year = 2021; year <= 2024; year++) {
      double first = files.sum(Set.of(year * 100 + 1, year * 100 + 2), toUs()) / 2;
      double autumn = files.sum(Set.of(year * 100 + 9, year * 100 + 10), toUs()) / 2;
      assertThat(autumn).as("autumn %d", year).isGreaterThan(first);
    }
    double january2023 = files.sum(Set.of(202301), toUs());
    double february2023 = files.sum(Set.of(202302), toUs());
    assertThat(january2023).as("New Year 2023 was in January").isLessThan(february2023);
    double february2024 = files.sum(Set.of(202402), toUs());
    assertThat(february2024)
        .as("New Year 2024 was in February")
        .isLessThan(files.sum(Set.of(202401), toUs()));
    assertThat(files.sum(months(2024, 12), toUs()))
        .isCloseTo(1.16 * files.sum(months(2020, 12), toUs()), within(20.0));
  }
}

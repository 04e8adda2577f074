package dev.tradewind.metrics.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.sector.SectorFilter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final String PHONE_PARTS = "85177930";
  private static final String OLD_PHONE_PARTS = "85177030";

  private static LiveBox box(List<String> products, Set<Integer> months, Set<Integer> listed) {
    return new LiveBox(
        "s",
        1,
        null,
        "f",
        products,
        new TreeSet<>(months),
        new TreeSet<>(listed),
        Set.of("USA", "VNM"),
        Set.of("CN-GD"),
        true,
        true);
  }

  @Test
  void theNewestPeriodIsTheLatestThatIsWhollyKnown() {
    Coverage coverage =
        new Coverage(List.of(box(List.of("39221000"), Set.of(202506), Set.of(202507))));
    assertThat(coverage.newest(Partners.of("USA"), SectorFilter.ALL)).isEqualTo(202506);
  }

  @Test
  void aMonthWithListedRowsOnlyIsBetterThanNothing() {
    Coverage coverage = new Coverage(List.of(box(List.of("39221000"), Set.of(), Set.of(202507))));
    assertThat(coverage.newest(Partners.of("USA"), SectorFilter.ALL)).isNull();
    assertThat(coverage.newestSeen(Partners.of("USA"), SectorFilter.ALL)).isEqualTo(202507);
  }

  @Test
  void sectorsFollowTheEditionOfTheYear() {
    // Given codes of two HS editions in both years
    Coverage coverage =
        new Coverage(
            List.of(box(List.of(PHONE_PARTS, OLD_PHONE_PARTS), Set.of(202106, 202206), Set.of())));
    SectorFilter sector = Objects.requireNonNull(SectorFilter.of("phone_parts"));
    // Then each year counts those in force
    assertThat(
            coverage.month(202106, "USA", sector).covered(Area.REGIONS.get(0)).stream()
                .mapToObj(coverage::product))
        .containsExactly(OLD_PHONE_PARTS);
    assertThat(
            coverage.month(202206, "USA", sector).covered(Area.REGIONS.get(0)).stream()
                .mapToObj(coverage::product))
        .containsExactly(PHONE_PARTS);
  }

  @Test
  void declaredPartnersSayNothingOfTheWorld() {
    LiveBox declared =
        new LiveBox(
            "s",
            1,
            null,
            "f",
            List.of("39221000"),
            Set.of(202507),
            Set.of(),
            Set.of("USA"),
            Set.of("CN-GD"),
            false,
            true);
    Coverage coverage = new Coverage(List.of(declared));
    assertThat(
            coverage.month(202507, "USA", SectorFilter.ALL).covered(Area.REGIONS.get(0)).isEmpty())
        .isFalse();
    assertThat(
            coverage.month(202507, "WLD", SectorFilter.ALL).covered(Area.REGIONS.get(0)).isEmpty())
        .isTrue();
    assertThat(
            coverage.month(202507, "VNM", SectorFilter.ALL).covered(Area.REGIONS.get(0)).isEmpty())
        .isTrue();
  }

  @Test
  void unknownSectorsAreNotGuessed() {
    assertThat(SectorFilter.of("hs:85x")).isNull();
    assertThat(SectorFilter.of("shoes")).isNull();
    assertThat(SectorFilter.of("furniture:narrow")).isEqualTo(SectorFilter.of("furniture"));
  }
}

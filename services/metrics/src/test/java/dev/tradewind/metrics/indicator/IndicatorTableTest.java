package dev.tradewind.metrics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.sector.SectorFilter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndicatorTableTest {
  private static final String A = "39221000";
  private static final String B = "73249000";

  private static Scenario july() {
    return new Scenario()
        .covers(List.of(A), 202407, 202507)
        .exports(202407, "CN-SC", 8_435_477, 27_337_073)
        .exports(202507, "CN-SC", 2_419_908, 12_915_789)
        .exports(202407, "CN-GD", 141_347_152, 247_313_060)
        .exports(202507, "CN-GD", 111_275_321, 229_697_647);
  }

  @Test
  void aComparableRowHasAllItsFigures() {
    // Given two months of two regions, when Sichuan's row is computed
    Indicator row = july().row(Window.MONTH, "2025-07", "CN-SC");
    // Then every figure is exact; expectations were computed by hand
    assertThat(row.value()).isEqualByComparingTo("2419908");
    assertThat(row.change()).isEqualByComparingTo("-6015569");
    assertThat(row.yoy()).isEqualByComparingTo("-0.713127");
    assertThat(row.exposure()).isEqualByComparingTo("0.157796");
    assertThat(row.share()).isEqualByComparingTo("0.021284");
    assertThat(row.contribution()).isEqualByComparingTo("-0.040162");
    assertThat(row.rank()).isEqualTo(2);
    assertThat(row.status()).isEqualTo(Status.OK);
    assertThat(row.reasons()).containsExactly("of 1 covered product");
  }

  @Test
  void theNationIsTheSumWithShareOneAndNoRank() {
    Indicator nation = july().row(Window.MONTH, "2025-07", "CN");
    assertThat(nation.value()).isEqualByComparingTo("113695229");
    assertThat(nation.share()).isEqualByComparingTo("1");
    assertThat(nation.rank()).isNull();
    assertThat(nation.contribution()).isEqualTo(nation.yoy());
  }

  @Test
  void theNationComesFirstAndRegionsInTheOrderOfTheirCustomsCodes() {
    List<String> regions =
        july().table(Window.MONTH, "2025-07").rows().stream().map(Indicator::region).toList();
    assertThat(regions).hasSize(32).startsWith("CN", "CN-BJ", "CN-TJ").endsWith("CN-XJ");
  }

  @Test
  void aBaseOfZeroIsANewFlowWithoutARate() {
    Indicator row =
        july().exports(202507, "CN-JL", 15_057, 9_267).row(Window.MONTH, "2025-07", "CN-JL");
    assertThat(row.status()).isEqualTo(Status.NEW_FLOW);
    assertThat(row.yoy()).isNull();
    assertThat(row.reasons().get(0)).contains("no exports in the base window");
  }

  @Test
  void aCurrentValueOfZeroHasCeased() {
    Indicator row =
        july().exports(202407, "CN-QH", 4_362, 16_862).row(Window.MONTH, "2025-07", "CN-QH");
    assertThat(row.status()).isEqualTo(Status.CEASED);
    assertThat(row.yoy()).isEqualByComparingTo("-1");
    assertThat(row.exposure()).isNull();
    assertThat(row.reasons()).contains("no exposure: no exports to the world");
  }

  @Test
  void aSmallBaseIsSaidToBeSmall() {
    Indicator row =
        july()
            .exports(202407, "CN-SX", 10_718, 0)
            .exports(202507, "CN-SX", 59_365, 0)
            .row(Window.MONTH, "2025-07", "CN-SX");
    assertThat(row.status()).isEqualTo(Status.LOW_BASE);
    assertThat(row.reasons().get(0)).isEqualTo("the base of 10718 is below 1000000 USD");
  }

  @Test
  void aProductMissingInTheCurrentYearMakesWindowsNotComparable() {
    // Given product B loaded for 2024 only
    Scenario scenario = july().covers(List.of(B), 202407).exports(202407, "CN-SC", 5, 5);
    Indicator row = scenario.row(Window.MONTH, "2025-07", "CN-SC");
    // Then the row says what is missing on which side, and has no rate
    assertThat(row.status()).isEqualTo(Status.NOT_COMPARABLE);
    assertThat(row.reasons())
        .contains("product 73249000 is not covered in 2025-07 (current window)");
    assertThat(row.yoy()).isNull();
    assertThat(row.change()).isNull();
    assertThat(row.contribution()).isNull();
    assertThat(row.share()).isNotNull();
  }

  @Test
  void aMonthMissingInTheWindowIsAHole() {
    Scenario scenario =
        new Scenario()
            .covers(List.of(A), 202401, 202402, 202403, 202501, 202503)
            .exports(202501, "CN-GD", 10, 0);
    Indicator row = scenario.row(Window.YTD, "2025-03", "CN-GD");
    assertThat(row.status()).isEqualTo(Status.HOLE);
    assertThat(row.reasons()).contains("no data for 2025-02 (current window)");
    assertThat(row.yoy()).isNull();
    assertThat(row.rank()).isNull();
  }

  @Test
  void aMonthOfACutFileIsAHoleWithTheListedSum() {
    Scenario scenario =
        new Scenario()
            .covers(List.of(A), 202407)
            .lists(List.of(A), 202507)
            .exports(202507, "CN-GD", 77, 0);
    Indicator row = scenario.row(Window.MONTH, "2025-07", "CN-GD");
    assertThat(row.status()).isEqualTo(Status.HOLE);
    assertThat(row.value()).isEqualByComparingTo("77");
    assertThat(row.reasons().get(0))
        .isEqualTo("of 2025-07 only listed rows are known: cut at 10,000 rows (current window)");
  }

  @Test
  void nothingKnownIsNullAndNotZero() {
    Indicator row = july().row(Window.MONTH, "2025-08", "CN-GD");
    assertThat(row.value()).isNull();
    assertThat(row.status()).isEqualTo(Status.HOLE);
  }

  @Test
  void singlePartnerCoverageHasNoExposure() {
    Scenario scenario =
        new Scenario()
            .coversPartnersOnly(List.of(A), Set.of("USA"), 202407, 202507)
            .exports(202407, "CN-GD", 2_000_000, 0)
            .exports(202507, "CN-GD", 1_000_000, 0);
    Indicator row = scenario.row(Window.MONTH, "2025-07", "CN-GD");
    assertThat(row.status()).isEqualTo(Status.OK);
    assertThat(row.exposure()).isNull();
    assertThat(row.yoy()).isEqualByComparingTo("-0.5");
    assertThat(row.reasons())
        .contains(
            "no exposure: exports to the world are not covered, only those to single partners");
  }

  @Test
  void aSingleRegionHasARateButNoShare() {
    Scenario scenario =
        new Scenario()
            .coversRegionsOnly(List.of(A), List.of("CN-GD"), 202407, 202507)
            .exports(202407, "CN-GD", 2_000_000, 0)
            .exports(202507, "CN-GD", 1_000_000, 0);
    Indicator row = scenario.row(Window.MONTH, "2025-07", "CN-GD");
    assertThat(row.yoy()).isEqualByComparingTo("-0.5");
    assertThat(row.share()).isNull();
    assertThat(row.rank()).isNull();
    assertThat(row.contribution()).isNull();
    assertThat(row.reasons()).contains("no share or rank: not all regions are known alike");
    // And the nation is not known, since no other region is
    Indicator nation = scenario.row(Window.MONTH, "2025-07", "CN");
    assertThat(nation.status()).isEqualTo(Status.HOLE);
    assertThat(nation.value()).isNull();
  }

  @Test
  void tiesShareTheBetterRank() {
    Scenario scenario =
        new Scenario()
            .covers(List.of(A), 202407, 202507)
            .exports(202507, "CN-GD", 5, 0)
            .exports(202507, "CN-ZJ", 5, 0)
            .exports(202507, "CN-JS", 3, 0);
    IndicatorTable table = scenario.table(Window.MONTH, "2025-07");
    assertThat(Scenario.row(table, "CN-GD").rank()).isEqualTo(1);
    assertThat(Scenario.row(table, "CN-ZJ").rank()).isEqualTo(1);
    assertThat(Scenario.row(table, "CN-JS").rank()).isEqualTo(3);
    assertThat(Scenario.row(table, "CN-BJ").rank()).isEqualTo(4);
  }

  @Test
  void aRankingPutsRegionsWithoutTheMeasureLast() {
    List<Indicator> ranking =
        Ranking.by(july().table(Window.MONTH, "2025-07").rows(), Indicator::yoy, true);
    assertThat(ranking).hasSize(31);
    assertThat(ranking.get(0).region()).isEqualTo("CN-SC");
    assertThat(ranking.get(0).rank()).isEqualTo(1);
    assertThat(ranking.get(2).rank()).isNull();
  }

  @Test
  void modelledDataSaySo() {
    IndicatorTable table =
        new Scenario()
            .labelled("modelled", List.of(A), 202407, 202507)
            .table(Window.MONTH, "2025-07");
    assertThat(table.labels()).containsExactly("modelled");
    assertThat(table.rows()).allMatch(row -> row.reasons().contains("modelled"));
  }

  @Test
  void dataReplacedByOfficialOnesAreNoLongerModelled() {
    IndicatorTable table =
        new Scenario()
            .labelled("modelled", List.of(A), 202407, 202507)
            .covers(List.of(A), 202407, 202507)
            .table(Window.MONTH, "2025-07");
    assertThat(table.labels()).isEmpty();
  }

  @Test
  void aShorterCodeStandsForItsFinerOnes() {
    // Given HS4 and its HS8, when what a total counts is asked
    Scenario scenario =
        new Scenario()
            .covers(List.of("8517", "85177950"), 202407, 202507)
            .covers(List.of(A), 202407, 202507);
    // Then the finer code is not counted beside the shorter one
    assertThat(scenario.table(Window.MONTH, "2025-07").coveredProducts()).isEqualTo(2);
  }

  @Test
  void aTotalOfAllChaptersIsNotPartial() {
    List<String> chapters =
        java.util.stream.IntStream.rangeClosed(1, 97)
            .filter(chapter -> chapter != 77)
            .mapToObj(chapter -> String.format("%02d000000", chapter))
            .toList();
    Scenario scenario = new Scenario().covers(chapters, 202407, 202507);
    assertThat(scenario.table(Window.MONTH, "2025-07").partial()).isNull();
    assertThat(
            scenario
                .table(
                    "USA",
                    Objects.requireNonNull(SectorFilter.of("footwear")),
                    Window.MONTH,
                    "2025-07")
                .coveredProducts())
        .isZero();
  }
}

package dev.tradewind.metrics.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.coverage.LiveBox;
import dev.tradewind.metrics.indicator.Indicator;
import dev.tradewind.metrics.indicator.IndicatorTable;
import dev.tradewind.metrics.indicator.MonthSums;
import dev.tradewind.metrics.indicator.Series;
import dev.tradewind.metrics.sector.SectorFilter;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The reasons are those that tables really give: another wording of theirs is seen here. */
class ChineseReasonsTest {
  private static LiveBox box(
      List<String> products, Set<Integer> months, Set<Integer> listed, boolean allRegions) {
    return new LiveBox(
        "s",
        1,
        null,
        "f",
        products,
        new TreeSet<>(months),
        new TreeSet<>(listed),
        Set.of("USA"),
        Set.of("CN-GD"),
        true,
        allRegions);
  }

  private static String nation(LiveBox... boxes) {
    IndicatorTable table =
        IndicatorTable.of(
            new Series("USA", SectorFilter.ALL, Window.MONTH, YearMonth.of(2025, 7), "USD"),
            new Coverage(List.of(boxes)),
            new MonthSums(),
            1);
    Indicator nation = table.rows().get(0);
    assertThat(nation.reasons()).isNotEmpty();
    return ChineseReasons.of(nation.reasons().get(0));
  }

  @Test
  void aMonthWithoutData() {
    assertThat(nation(box(List.of("39221000"), Set.of(202407), Set.of(), true)))
        .isEqualTo("本期缺少2025-07的数据");
    assertThat(nation(box(List.of("39221000"), Set.of(202507), Set.of(), true)))
        .isEqualTo("上年同期缺少2024-07的数据");
  }

  @Test
  void aMonthOfWhichNotAllRegionsAreKnown() {
    assertThat(nation(box(List.of("39221000"), Set.of(202407, 202507), Set.of(), false)))
        .isEqualTo("本期2025-07并非所有省份都有数据");
  }

  @Test
  void aMonthThatWasCut() {
    assertThat(nation(box(List.of("39221000"), Set.of(202407), Set.of(202507), true)))
        .isEqualTo("本期2025-07的文件在10,000行处被截断，只有列出的行可知");
  }

  @Test
  void productsThatAreKnownOnOneSideOnly() {
    assertThat(
            nation(
                box(List.of("39221000"), Set.of(202407, 202507), Set.of(), true),
                box(
                    List.of("85171300", "85171410", "85177930", "94036099", "95030000"),
                    Set.of(202407),
                    Set.of(),
                    true)))
        .isEqualTo("本期2025-07未覆盖商品85171300、85171410、85177930等（另有2种）");
  }

  @Test
  void nothingExported() {
    assertThat(nation(box(List.of("39221000"), Set.of(202407, 202507), Set.of(), true)))
        .isEqualTo("两期均无出口");
  }
}

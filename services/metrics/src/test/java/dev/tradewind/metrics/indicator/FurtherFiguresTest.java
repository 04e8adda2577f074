package dev.tradewind.metrics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.RegionOrder;
import dev.tradewind.metrics.sector.SectorFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FurtherFiguresTest {
  @Test
  void fourEqualMarketsAreFourMarkets() {
    Concentration concentration = Concentration.of(List.of(25L, 25L, 25L, 25L));
    assertThat(concentration.hhi()).isEqualByComparingTo("0.25");
    assertThat(concentration.markets()).isEqualByComparingTo("4");
  }

  @Test
  void oneLargeMarketWeighsMore() {
    // (0.8² + 0.2²) = 0.68
    Concentration concentration = Concentration.of(List.of(80L, 20L));
    assertThat(concentration.hhi()).isEqualByComparingTo("0.68");
    assertThat(concentration.markets()).isEqualByComparingTo("1.470588");
  }

  @Test
  void aScoreIsMadeOfMediansAndNotMovedByOneOutlier() {
    List<BigDecimal> before =
        List.of(
            new BigDecimal("0.01"),
            new BigDecimal("0.02"),
            new BigDecimal("0.03"),
            new BigDecimal("0.04"),
            new BigDecimal("9"));
    // median 0.03; deviations 0.02, 0.01, 0, 0.01, 8.97: median 0.01
    assertThat(RobustScore.of(new BigDecimal("-0.27"), before))
        .isEqualByComparingTo(new BigDecimal("-20.234723"));
    assertThat(RobustScore.of(BigDecimal.ONE, List.of(BigDecimal.ZERO, BigDecimal.ZERO))).isNull();
  }

  @Provide
  Arbitrary<List<Long>> exports() {
    return Arbitraries.longs().between(0, 1_000_000_000_000L).list().ofSize(2 * RegionOrder.COUNT);
  }

  @Property(tries = 100)
  void aGroupIsTheUnionOfItsMembers(
      @ForAll("exports") List<Long> exports, @ForAll("members") List<Integer> members) {
    Scenario scenario = new Scenario().covers(List.of("39221000"), 202407, 202507);
    for (int region = 0; region < RegionOrder.COUNT; region++) {
      scenario.exports(202407, RegionOrder.code(region), exports.get(region), 1);
      scenario.exports(
          202507, RegionOrder.code(region), exports.get(RegionOrder.COUNT + region), 1);
    }
    Area group = new Area("mine", "Mine", "我的", members);
    List<Indicator> rows =
        scenario.table("USA", SectorFilter.ALL, Window.MONTH, "2025-07", List.of(group)).rows();
    Indicator union = rows.get(rows.size() - 1);
    assertThat(union.region()).isEqualTo("mine");
    assertThat(union.rank()).isNull();
    BigDecimal value = BigDecimal.ZERO;
    BigDecimal change = BigDecimal.ZERO;
    for (int member : members) {
      Indicator row = rows.get(1 + member);
      value = value.add(Objects.requireNonNull(row.value()));
      change = change.add(Objects.requireNonNull(row.change()));
    }
    assertThat(union.value()).isEqualByComparingTo(value);
    assertThat(union.change()).isEqualByComparingTo(change);
  }

  @Provide
  Arbitrary<List<Integer>> members() {
    return Arbitraries.integers()
        .between(0, RegionOrder.COUNT - 1)
        .set()
        .ofMinSize(1)
        .map(set -> set.stream().sorted().toList());
  }
}

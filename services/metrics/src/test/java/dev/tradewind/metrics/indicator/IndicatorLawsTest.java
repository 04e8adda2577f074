package dev.tradewind.metrics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.RegionOrder;
import dev.tradewind.metrics.sector.SectorFilter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Laws that hold for any numbers. */
class IndicatorLawsTest {
  /** 31 rates, each rounded by at most half a millionth. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.0000155");

  @Provide
  Arbitrary<List<Long>> exports() {
    return Arbitraries.longs().between(0, 1_000_000_000_000L).list().ofSize(2 * RegionOrder.COUNT);
  }

  private static List<Indicator> rows(List<Long> exports) {
    return scenario(exports).table(Window.MONTH, "2025-07").rows();
  }

  private static Scenario scenario(List<Long> exports) {
    Scenario scenario = new Scenario().covers(List.of("39221000"), 202407, 202507);
    for (int region = 0; region < RegionOrder.COUNT; region++) {
      String code = RegionOrder.code(region);
      scenario.exports(202407, code, exports.get(region), 1);
      scenario.exports(202507, code, exports.get(RegionOrder.COUNT + region), 1);
    }
    return scenario;
  }

  private static BigDecimal sum(
      List<Indicator> rows, Function<Indicator, @Nullable BigDecimal> figure) {
    return rows.stream()
        .skip(1)
        .map(figure)
        .map(value -> Objects.requireNonNullElse(value, BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Property(tries = 200)
  void changesSumExactlyToTheNationsAndContributionsToItsGrowth(
      @ForAll("exports") List<Long> exports) {
    List<Indicator> rows = rows(exports);
    Indicator nation = rows.get(0);
    assertThat(sum(rows, Indicator::change)).isEqualByComparingTo(nation.change());
    if (nation.yoy() != null) {
      assertThat(sum(rows, Indicator::contribution).subtract(nation.yoy()).abs())
          .isLessThanOrEqualTo(ROUNDING);
    }
  }

  @Property(tries = 200)
  void sharesSumToOneAndTheirChangesToNothing(@ForAll("exports") List<Long> exports) {
    List<Indicator> rows = rows(exports);
    if (rows.get(0).share() != null) {
      assertThat(sum(rows, Indicator::share).subtract(BigDecimal.ONE).abs())
          .isLessThanOrEqualTo(ROUNDING);
    }
    if (rows.get(0).shareChange() != null) {
      assertThat(sum(rows, Indicator::shareChange).abs()).isLessThanOrEqualTo(ROUNDING);
    }
  }

  @Property(tries = 200)
  void aBetterRankNeverHasASmallerValue(@ForAll("exports") List<Long> exports) {
    List<Indicator> regions = rows(exports).stream().skip(1).filter(r -> r.rank() != null).toList();
    for (Indicator a : regions) {
      long larger =
          regions.stream()
              .filter(
                  b ->
                      Objects.requireNonNull(b.value()).compareTo(Objects.requireNonNull(a.value()))
                          > 0)
              .count();
      assertThat(a.rank()).isEqualTo((int) larger + 1);
    }
  }

  @Property(tries = 200)
  void aGroupIsTheUnionOfItsMembers(
      @ForAll("exports") List<Long> exports,
      @ForAll @Size(min = 1) Set<@IntRange(max = 30) Integer> chosen) {
    Area group = new Area("group", "Group", "组", chosen.stream().sorted().toList());
    List<Indicator> rows =
        scenario(exports)
            .table("USA", SectorFilter.ALL, Window.MONTH, "2025-07", List.of(group))
            .rows();
    Indicator together = rows.get(rows.size() - 1);
    List<Indicator> members =
        rows.stream().filter(row -> group.regions().contains(row.region())).toList();
    // Money adds up exactly
    for (Function<Indicator, @Nullable BigDecimal> figure :
        List.<Function<Indicator, @Nullable BigDecimal>>of(
            Indicator::value, Indicator::baseValue, Indicator::change)) {
      assertThat(figure.apply(together)).isEqualByComparingTo(total(members, figure));
    }
    // What is a part of the nation's adds up but for rounding
    for (Function<Indicator, @Nullable BigDecimal> figure :
        List.<Function<Indicator, @Nullable BigDecimal>>of(
            Indicator::share, Indicator::shareChange, Indicator::contribution)) {
      if (figure.apply(together) != null) {
        assertThat(total(members, figure).subtract(figure.apply(together)).abs())
            .isLessThanOrEqualTo(ROUNDING);
      }
    }
    // And rates are those of the sums, not means of the members': one unit of each goes elsewhere
    BigDecimal value = Objects.requireNonNull(together.value());
    assertThat(together.exposure())
        .isEqualByComparingTo(rate(value, value.add(BigDecimal.valueOf(members.size()))));
    BigDecimal base = Objects.requireNonNull(together.baseValue());
    if (base.signum() > 0) {
      assertThat(together.yoy()).isEqualByComparingTo(rate(value.subtract(base), base));
    }
  }

  private static BigDecimal total(
      List<Indicator> members, Function<Indicator, @Nullable BigDecimal> figure) {
    return members.stream()
        .map(figure)
        .map(Objects::requireNonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal rate(BigDecimal part, BigDecimal whole) {
    return part.divide(whole, 6, RoundingMode.HALF_UP);
  }
}

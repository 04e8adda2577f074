package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.metrics.indicator.Indicator;
import dev.tradewind.metrics.indicator.IndicatorTable;
import dev.tradewind.metrics.indicator.Status;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Picks regions from a table by their figures. */
final class Regions {
  private Regions() {}

  static Indicator nation(IndicatorTable table) {
    return table.rows().stream()
        .filter(row -> row.region().equals(Region.NATION))
        .findFirst()
        .orElseThrow();
  }

  /** All but the nation that have the figure, the largest first. */
  static List<Indicator> by(
      IndicatorTable table, Function<Indicator, @Nullable BigDecimal> figure) {
    return table.rows().stream()
        .filter(row -> !row.region().equals(Region.NATION))
        .filter(row -> figure.apply(row) != null)
        .sorted(
            Comparator.comparing((Indicator row) -> Objects.requireNonNull(figure.apply(row)))
                .reversed())
        .toList();
  }

  /** Those whose rate means something, the strongest rise first. */
  static List<Indicator> judged(IndicatorTable table) {
    return by(table, Indicator::yoy).stream().filter(Regions::sound).toList();
  }

  static boolean sound(Indicator row) {
    return row.status() == Status.OK || row.status() == Status.PROVISIONAL;
  }

  static List<Indicator> only(List<Indicator> rows, Predicate<Indicator> filter, int most) {
    return rows.stream().filter(filter).limit(most).toList();
  }

  static String codes(List<Indicator> rows) {
    return rows.stream().map(Indicator::region).collect(Collectors.joining(","));
  }

  static boolean inland(Indicator row) {
    Region region = Region.of(row.region());
    return region != null
        && (region.macroRegion().equals("Central") || region.macroRegion().equals("West"));
  }

  static BigDecimal sum(List<Indicator> rows, Function<Indicator, @Nullable BigDecimal> figure) {
    return rows.stream()
        .map(row -> Objects.requireNonNull(figure.apply(row)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

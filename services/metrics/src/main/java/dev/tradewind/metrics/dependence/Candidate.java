package dev.tradewind.metrics.dependence;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.metrics.indicator.Indicator;
import dev.tradewind.metrics.indicator.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A region that may count.
 *
 * @param inBaseYear its figures in the base year, for the exposure
 * @param inWindow its figures in the window, for the change
 */
record Candidate(Indicator inBaseYear, Indicator inWindow) {
  /** Empty if it does not count. */
  Optional<Point> point(Population population, BigDecimal minBase) {
    BigDecimal exposure = inBaseYear.exposure();
    BigDecimal yoy = inWindow.yoy();
    BigDecimal base = inWindow.baseValue();
    if (!reasons(population, minBase).isEmpty()
        || exposure == null
        || yoy == null
        || base == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Point(
            inWindow.region(), exposure.doubleValue(), yoy.doubleValue(), base.doubleValue()));
  }

  /** Why it does not count; empty if it does. */
  List<String> reasons(Population population, BigDecimal minBase) {
    List<String> reasons = new ArrayList<>();
    BigDecimal yoy = inWindow.yoy();
    BigDecimal base = inWindow.baseValue();
    if (inBaseYear.exposure() == null) {
      reasons.add("no exposure in the base year");
      reasons.addAll(inBaseYear.reasons());
    }
    if (yoy == null || base == null) {
      reasons.add("no year-on-year");
      reasons.addAll(inWindow.reasons());
    } else if (base.compareTo(minBase) < 0) {
      reasons.add("the base of " + Money.text(base) + " is below " + minBase.toPlainString());
    } else if (!population.contains(yoy.doubleValue())) {
      reasons.add("not among the regions that " + population.id());
    }
    return reasons.stream().distinct().toList();
  }

  DependenceItem item(@Nullable Influence influence, List<String> reasons) {
    return new DependenceItem(
        inWindow.region(),
        Region.nameEn(inWindow.region()),
        inBaseYear.exposure(),
        inWindow.yoy(),
        Money.text(inWindow.baseValue()),
        reasons.isEmpty(),
        influence == null ? null : Decimals.of(influence.fitted()),
        influence == null ? null : Decimals.of(influence.residual()),
        influence == null ? null : Decimals.of(influence.studentized()),
        influence == null ? null : Decimals.of(influence.leverage()),
        influence == null ? null : Decimals.of(influence.slopeWithout()),
        influence == null ? null : Decimals.of(influence.pearsonWithout()),
        influence != null && influence.outlier(),
        reasons);
  }
}

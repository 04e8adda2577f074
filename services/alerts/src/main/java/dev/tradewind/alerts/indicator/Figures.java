package dev.tradewind.alerts.indicator;

import dev.tradewind.contracts.message.IndicatorEvent.IndicatorRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one cell: a region's exports in one series and period. Decimals carry no trailing
 * zeros, so equal figures are equal records.
 *
 * @param value in units of the currency
 * @param baseValue the same window a year earlier
 * @param change value − base value
 * @param yoy fraction, six decimals
 * @param share of the nation's value, fraction
 * @param shareChange against the base, fraction
 * @param rank by value among the regions, 1 is the largest
 * @param rankChange against the base; positive if it climbed
 * @param exposure share of the region's own exports, fraction
 * @param exposureChange against the base, fraction
 * @param contribution to national growth, fraction
 * @param zScore how unusual the year-on-year change is for the region: robust deviations from its
 *     own median
 * @param status comparability
 * @param reasons for everything that is not plain
 */
public record Figures(
    @Nullable BigDecimal value,
    @Nullable BigDecimal baseValue,
    @Nullable BigDecimal change,
    @Nullable BigDecimal yoy,
    @Nullable BigDecimal share,
    @Nullable BigDecimal shareChange,
    @Nullable Integer rank,
    @Nullable Integer rankChange,
    @Nullable BigDecimal exposure,
    @Nullable BigDecimal exposureChange,
    @Nullable BigDecimal contribution,
    @Nullable BigDecimal zScore,
    Status status,
    List<String> reasons) {
  private static final Pattern MONEY = Pattern.compile("-?\\d{1,20}(\\.\\d{1,6})?");
  private static final int LONGEST_RATE = 30;

  /** Strips trailing zeros; a change that is not given follows from value and base. */
  public Figures {
    value = plain(value);
    baseValue = plain(baseValue);
    change = plain(change != null ? change : difference(value, baseValue));
    yoy = plain(yoy);
    share = plain(share);
    shareChange = plain(shareChange);
    exposure = plain(exposure);
    exposureChange = plain(exposureChange);
    contribution = plain(contribution);
    zScore = plain(zScore);
    reasons = List.copyOf(reasons);
  }

  /**
   * The figures of an event's row.
   *
   * @throws IllegalArgumentException if a number is none, or of an absurd length
   */
  public static Figures of(IndicatorRow row) {
    return new Figures(
        money(row.value()),
        money(row.baseValue()),
        money(row.change()),
        rate(row.yoy()),
        rate(row.share()),
        rate(row.shareChange()),
        row.rank(),
        row.rankChange(),
        rate(row.exposure()),
        rate(row.exposureChange()),
        rate(row.contribution()),
        rate(row.zScore()),
        Status.of(row.status()),
        row.reasons() == null ? List.of() : row.reasons());
  }

  /** Whether value, base and change are the same; shares of a national total may differ. */
  public boolean sameAmounts(Figures other) {
    return same(value, other.value)
        && same(baseValue, other.baseValue)
        && same(yoy, other.yoy)
        && status == other.status;
  }

  /** How much the value fell below its base; zero if it did not or that is unknown. */
  public BigDecimal fall() {
    return value == null || baseValue == null
        ? BigDecimal.ZERO
        : baseValue.subtract(value).max(BigDecimal.ZERO);
  }

  private static @Nullable BigDecimal difference(
      @Nullable BigDecimal value, @Nullable BigDecimal base) {
    return value == null || base == null ? null : value.subtract(base);
  }

  private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null ? b == null : b != null && a.compareTo(b) == 0;
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros();
  }

  private static @Nullable BigDecimal money(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!MONEY.matcher(text).matches()) {
      throw new IllegalArgumentException("an amount is not a plain decimal");
    }
    return new BigDecimal(text);
  }

  private static @Nullable BigDecimal rate(@Nullable BigDecimal rate) {
    if (rate != null
        && (rate.precision() > LONGEST_RATE || Math.abs(rate.scale()) > LONGEST_RATE)) {
      throw new IllegalArgumentException("a rate has too many digits");
    }
    return rate;
  }
}

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
 * @param yoy fraction, six decimals
 * @param exposure share of the region's own exports, fraction
 * @param contribution to national growth, fraction
 * @param rank by value among the regions
 * @param status comparability
 * @param reasons for everything that is not plain
 */
public record Figures(
    @Nullable BigDecimal value,
    @Nullable BigDecimal baseValue,
    @Nullable BigDecimal yoy,
    @Nullable BigDecimal exposure,
    @Nullable BigDecimal contribution,
    @Nullable Integer rank,
    Status status,
    List<String> reasons) {
  private static final Pattern MONEY = Pattern.compile("-?\\d{1,20}(\\.\\d{1,6})?");
  private static final int LONGEST_RATE = 30;

  /** Strips trailing zeros. */
  public Figures {
    value = plain(value);
    baseValue = plain(baseValue);
    yoy = plain(yoy);
    exposure = plain(exposure);
    contribution = plain(contribution);
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
        rate(row.yoy()),
        rate(row.exposure()),
        rate(row.contribution()),
        row.rank(),
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

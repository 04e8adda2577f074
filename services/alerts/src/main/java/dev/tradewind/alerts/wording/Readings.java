package dev.tradewind.alerts.wording;

import dev.tradewind.alerts.rule.Indicator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The number that a rule compared, as people read it. */
public final class Readings {
  private Readings() {}

  /** "−21.4 %", "US$ 1.2 bn", "−3.10 pp", "rank 12", "−4 places", "−3.2 deviations". */
  public static String text(Indicator indicator, @Nullable BigDecimal number, String currency) {
    if (number == null) {
      return Numbers.UNDEFINED;
    }
    return switch (indicator.unit()) {
      case MONEY -> Numbers.money(number, currency);
      case RATE -> Numbers.change(number);
      case PART -> Numbers.part(number);
      case POINTS -> Numbers.points(number);
      case RANK -> "rank " + number.toBigInteger();
      case PLACES -> signed(number.setScale(0, RoundingMode.HALF_UP)) + " places";
      case SCORE -> signed(number.setScale(1, RoundingMode.HALF_UP)) + " deviations";
    };
  }

  private static String signed(BigDecimal number) {
    String sign = number.signum() > 0 ? "+" : number.signum() < 0 ? "−" : "";
    return sign + number.abs().toPlainString();
  }
}

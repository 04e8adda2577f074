package dev.tradewind.alerts.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values as a row of small bars; a hole is a dot. */
final class Sparkline {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final char HOLE = '·';
  private static final int FEWEST = 3;

  private Sparkline() {}

  /** From the smallest to the largest value; empty if too little is known to show anything. */
  static String of(List<@Nullable BigDecimal> values) {
    List<BigDecimal> known = values.stream().filter(Objects::nonNull).toList();
    if (known.size() < FEWEST) {
      return "";
    }
    BigDecimal least = known.stream().reduce(BigDecimal::min).orElseThrow();
    BigDecimal range = known.stream().reduce(BigDecimal::max).orElseThrow().subtract(least);
    StringBuilder bars = new StringBuilder();
    for (BigDecimal value : values) {
      bars.append(value == null ? HOLE : BARS.charAt(height(value.subtract(least), range)));
    }
    return bars.toString();
  }

  private static int height(BigDecimal above, BigDecimal range) {
    int highest = BARS.length() - 1;
    return range.signum() == 0
        ? highest / 2
        : above
            .multiply(BigDecimal.valueOf(highest))
            .divide(range, 0, RoundingMode.HALF_UP)
            .intValueExact();
  }
}

package dev.tradewind.alerts.rule;

import dev.tradewind.alerts.indicator.Series;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When an indicator of a series deserves an alert. Only the newest period of the series raises one.
 *
 * @param id stable name
 * @param name for people
 * @param owner who answers for it; may be empty
 * @param indicator what is compared
 * @param comparison on which side of the thresholds an alert is deserved
 * @param scope the regions it judges
 * @param series what it watches
 * @param warning the threshold of a warning, in the indicator's unit; null for none
 * @param critical the threshold that is critical; null for none
 * @param repetition how often a threshold must have been reached lately
 * @param guards what keeps it silent
 * @param recoveryMargin an alert that goes on is over only when the number is better than the
 *     threshold by more than this; 0 for none
 * @param receivers names of the channels that are told; empty if routing decides
 * @param labels for routing and silencing
 */
public record Rule(
    String id,
    String name,
    String owner,
    Indicator indicator,
    Comparison comparison,
    Scope scope,
    Series series,
    @Nullable BigDecimal warning,
    @Nullable BigDecimal critical,
    Repetition repetition,
    Guards guards,
    BigDecimal recoveryMargin,
    List<String> receivers,
    Map<String, String> labels) {
  /** Copies. */
  public Rule {
    receivers = List.copyOf(receivers);
    labels = Map.copyOf(labels);
  }
}

package dev.tradewind.alerts.indicator;

import dev.tradewind.contracts.message.IndicatorEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds of all figures of a slice.
 *
 * @param coveredProducts how many products the totals cover
 * @param partial what to say of a total that does not cover all trade; null if it does
 * @param labels what the data are, if not official
 */
public record About(int coveredProducts, @Nullable String partial, List<String> labels) {
  static About of(IndicatorEvent.Slice slice) {
    return new About(
        slice.coveredProducts(),
        slice.partial(),
        slice.labels() == null ? List.of() : List.copyOf(slice.labels()));
  }
}

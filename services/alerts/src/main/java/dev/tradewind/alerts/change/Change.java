package dev.tradewind.alerts.change;

import dev.tradewind.alerts.indicator.Stamp;
import dev.tradewind.contracts.message.IndicatorEvent.Slice;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import java.util.List;

/**
 * A whole change: the close and every slice that it counts.
 *
 * @param close its cause and the newest periods since
 * @param slices in any order
 */
record Change(SubmissionApplied close, List<Slice> slices) {
  Stamp stamp() {
    return Stamp.of(close);
  }
}

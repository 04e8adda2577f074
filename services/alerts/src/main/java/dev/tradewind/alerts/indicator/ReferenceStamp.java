package dev.tradewind.alerts.indicator;

import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import io.vertx.mutiny.sqlclient.Tuple;

/** Of which close the timeline and the groups are: older ones are ignored. */
final class ReferenceStamp {
  private static final String ADVANCE =
      """
      INSERT INTO reference_stamp (what, epoch, apply_seq) VALUES ($1, $2, $3)
      ON CONFLICT (what) DO UPDATE SET epoch = excluded.epoch, apply_seq = excluded.apply_seq
      WHERE (reference_stamp.epoch, reference_stamp.apply_seq) < (excluded.epoch, excluded.apply_seq)
      """;

  private ReferenceStamp() {}

  /**
   * Whether the close is newer than what is known.
   *
   * @param silent whether it says nothing: earlier writers do not, and nothing follows from that
   */
  static boolean advance(
      Transaction transaction, String what, SubmissionApplied close, boolean silent) {
    return !silent
        && transaction.update(ADVANCE, Tuple.of(what, close.epoch(), close.applySeq())) > 0;
  }
}

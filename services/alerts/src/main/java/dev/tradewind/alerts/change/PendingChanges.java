package dev.tradewind.alerts.change;

import dev.tradewind.alerts.indicator.Stamp;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.IndicatorEvent.Slice;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Holds events until the close of their change and all slices that it counts are there. Events of
 * changes that were evaluated already are dropped, so sending them again does nothing.
 */
final class PendingChanges {
  private static final Logger LOG = Logger.getLogger(PendingChanges.class);

  private static final String HOLD_SLICE =
      """
      INSERT INTO pending_event (epoch, apply_seq, number, submission, payload)
      SELECT $1, $2, $3, $4, $5
      WHERE NOT EXISTS (SELECT 1 FROM closed_change WHERE epoch = $1 AND apply_seq = $2)
      ON CONFLICT DO NOTHING
      """;

  private static final String HOLD_CLOSE =
      """
      INSERT INTO pending_close (epoch, apply_seq, submission, events, payload)
      SELECT $1, $2, $3, $4, $5
      WHERE NOT EXISTS (SELECT 1 FROM closed_change WHERE epoch = $1 AND apply_seq = $2)
      ON CONFLICT DO NOTHING
      """;

  private static final String COMPLETE =
      """
      SELECT payload FROM pending_close c
      WHERE events = (SELECT count(*) FROM pending_event e
                      WHERE e.epoch = c.epoch AND e.apply_seq = c.apply_seq AND e.submission = c.submission
                        AND e.number < c.events)
      ORDER BY epoch, apply_seq
      """;

  private static final String SLICES =
      """
      DELETE FROM pending_event WHERE epoch = $1 AND apply_seq = $2 RETURNING submission, payload
      """;

  private static final String FORGET_CLOSE =
      "DELETE FROM pending_close WHERE epoch = $1 AND apply_seq = $2";

  private static final String REMEMBER =
      """
      INSERT INTO closed_change (epoch, apply_seq, submission, cause, applied_at) VALUES ($1, $2, $3, $4, $5)
      """;

  private static final String REUSED =
      "SELECT 1 FROM closed_change WHERE epoch = $1 AND apply_seq = $2 AND submission <> $3";

  private PendingChanges() {}

  /** Stores events until their change is whole. */
  static void hold(Transaction transaction, List<Incoming.Event> events) {
    List<Tuple> slices = new ArrayList<>();
    for (Incoming.Event incoming : events) {
      IndicatorEvent event = incoming.event();
      Buffer payload = incoming.bytes();
      if (event instanceof Slice slice) {
        slices.add(
            Tuple.of(slice.epoch(), slice.applySeq(), slice.number(), slice.submission(), payload));
      } else if (event instanceof SubmissionApplied close) {
        warnOfReuse(transaction, close);
        transaction.update(
            HOLD_CLOSE,
            Tuple.of(close.epoch(), close.applySeq(), close.submission(), close.events(), payload));
      }
    }
    transaction.batch(HOLD_SLICE, slices);
  }

  /** Takes out all changes that are whole, oldest first, and remembers them as evaluated. */
  static List<Change> takeWhole(Transaction transaction) {
    List<Change> whole = new ArrayList<>();
    for (Row row : transaction.query(COMPLETE, Tuple.tuple())) {
      SubmissionApplied close = (SubmissionApplied) event(row.getBuffer(0).getDelegate());
      whole.add(new Change(close, takeSlices(transaction, close)));
      transaction.update(FORGET_CLOSE, Tuple.of(close.epoch(), close.applySeq()));
      transaction.update(
          REMEMBER,
          Tuple.of(
              close.epoch(),
              close.applySeq(),
              close.submission(),
              close.cause(),
              close.appliedAt().atOffset(ZoneOffset.UTC)));
    }
    return whole;
  }

  private static List<Slice> takeSlices(Transaction transaction, SubmissionApplied close) {
    List<Slice> slices = new ArrayList<>();
    for (Row row : transaction.query(SLICES, Tuple.of(close.epoch(), close.applySeq()))) {
      UUID submission = row.getUUID(0);
      Slice slice = (Slice) event(row.getBuffer(1).getDelegate());
      if (submission.equals(close.submission()) && slice.number() < close.events()) {
        slices.add(slice);
      }
    }
    return slices;
  }

  /** Metrics must not use a place twice: it would, if it were restored without a new epoch. */
  private static void warnOfReuse(Transaction transaction, SubmissionApplied close) {
    if (!transaction
        .query(REUSED, Tuple.of(close.epoch(), close.applySeq(), close.submission()))
        .isEmpty()) {
      LOG.errorf(
          "change ignored: place %s was already taken by another submission than %s;"
              + " was metrics restored without raising its epoch?",
          Stamp.of(close), close.submission());
    }
  }

  private static IndicatorEvent event(Buffer payload) {
    return StoredJson.read(
        new String(payload.getBytes(), StandardCharsets.UTF_8), IndicatorEvent.class);
  }
}

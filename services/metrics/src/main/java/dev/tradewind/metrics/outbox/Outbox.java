package dev.tradewind.metrics.outbox;

import dev.tradewind.contracts.message.IndicatorEvent.Slice;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import dev.tradewind.contracts.message.MessageCodec;
import dev.tradewind.metrics.database.Session;
import io.vertx.core.buffer.Buffer;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What is to be told. Payloads are finished when they are stored, in the transaction of the merge,
 * so that sending again is word for word.
 */
public final class Outbox {
  /** Why something changed. */
  public enum Cause {
    /** A submission was applied. */
    PUBLISHED("published"),
    /** A submission no longer counts. */
    WITHDRAWN("withdrawn"),
    /** The database was restored or rebuilt. */
    REBUILD("rebuild");

    private final String id;

    Cause(String id) {
      this.id = id;
    }

    /** The name on the wire. */
    public String id() {
      return id;
    }
  }

  private Outbox() {}

  /**
   * Stores a merge's events.
   *
   * @param send whether they are to be sent; while a restored database catches up, only the close
   *     is kept, for a sender that asks again
   */
  public static void store(
      Session session, List<Slice> slices, SubmissionApplied close, boolean send) {
    session.run(
        """
        INSERT INTO outbox (apply_seq, submission, cause, vintage, applied_at, close, sent_at)
        VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $7 THEN NULL ELSE now() END)
        """,
        close.applySeq(),
        close.submission(),
        close.cause(),
        close.vintage(),
        close.appliedAt().atOffset(ZoneOffset.UTC),
        Buffer.buffer(MessageCodec.write(close)),
        send);
    session.run(
        """
        INSERT INTO outbox_slice (apply_seq, number, payload)
        SELECT $1, p.* FROM unnest($2::int[], $3::bytea[]) AS p (number, payload)
        """,
        close.applySeq(),
        IntStream.range(0, slices.size()).boxed().toArray(Integer[]::new),
        slices.stream().map(MessageCodec::write).map(Buffer::buffer).toArray(Buffer[]::new));
  }

  /** The close of that submission is sent once more. Its slices were acknowledged before it. */
  public static void sendAgain(Session session, UUID submission, Cause cause) {
    session.run(
        "UPDATE outbox SET sent_at = NULL WHERE submission = $1 AND cause = $2",
        submission,
        cause.id());
  }
}

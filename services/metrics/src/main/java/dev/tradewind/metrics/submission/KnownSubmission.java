package dev.tradewind.metrics.submission;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a submission's row says while it is locked.
 *
 * @param no its number in this database
 * @param id its id everywhere
 * @param vintage its place in the order of all submissions
 * @param currency ISO 4217
 * @param state {@code open}, {@code applied}, {@code withdrawn}, {@code stuck} or {@code refused}
 * @param attempt the attempt that its completion event names; null before that
 * @param settled whether nothing that comes later can change what is known of it: its rows were
 *     merged, or it is known why they never will be
 */
public record KnownSubmission(
    int no,
    UUID id,
    long vintage,
    String currency,
    String state,
    @Nullable Integer attempt,
    boolean settled) {

  /** The columns that {@link #of} reads. */
  public static final String COLUMNS =
      "no, id, vintage, currency, state, attempt, applied_at IS NOT NULL OR reason IS NOT NULL";

  /** From a row of {@link #COLUMNS}. */
  public static KnownSubmission of(Row row) {
    return new KnownSubmission(
        row.getInteger(0),
        row.getUUID(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getInteger(5),
        row.getBoolean(6));
  }

  /** Whether it was taken back, whatever became of its rows. */
  public boolean withdrawn() {
    return state.equals("withdrawn");
  }

  /**
   * Whether blocks of that attempt may still count, be it only in what was known before it was
   * taken back.
   */
  public boolean takes(int blockAttempt) {
    return !settled && (attempt == null || attempt == blockAttempt);
  }
}

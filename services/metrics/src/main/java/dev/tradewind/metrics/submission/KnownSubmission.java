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
 */
public record KnownSubmission(
    int no, UUID id, long vintage, String currency, String state, @Nullable Integer attempt) {

  /** The columns that {@link #of} reads. */
  public static final String COLUMNS = "no, id, vintage, currency, state, attempt";

  /** From a row of {@link #COLUMNS}. */
  public static KnownSubmission of(Row row) {
    return new KnownSubmission(
        row.getInteger(0),
        row.getUUID(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getInteger(5));
  }

  /** Whether blocks of that attempt may still count. */
  public boolean takes(int blockAttempt) {
    return state.equals("open") && (attempt == null || attempt == blockAttempt);
  }
}

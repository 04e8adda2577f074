package dev.tradewind.metrics;

import dev.tradewind.metrics.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks into the database. */
@Singleton
class TestTables {
  private final Database database;

  TestTables(Database database) {
    this.database = database;
  }

  <T> List<T> list(String sql, Function<Row, T> reader, @Nullable Object... parameters) {
    return database.inTransaction(session -> session.list(sql, reader, parameters));
  }

  int run(String sql, @Nullable Object... parameters) {
    return database.inTransaction(session -> session.run(sql, parameters));
  }

  /** {@code period region product partner value}, in order. */
  List<String> facts(String currency) {
    return list(
        """
        SELECT period || ' ' || region || ' ' || product || ' ' || partner || ' ' || value
        FROM fact WHERE currency = $1 ORDER BY 1
        """,
        row -> row.getString(0),
        currency);
  }

  /** {@code period sector region partner value}, in order. */
  List<String> slices(String currency) {
    return list(
        """
        SELECT period || ' ' || sector || ' ' || region || ' ' || partner || ' ' || value
        FROM slice_cell WHERE currency = $1 ORDER BY 1
        """,
        row -> row.getString(0),
        currency);
  }

  /** {@code old>new} of a currency in the order of the merges. */
  List<String> revisions(String currency) {
    return list(
        "SELECT coalesce(old_value::text, '?') || '>' || coalesce(new_value::text, '?')"
            + " FROM revision WHERE currency = $1 ORDER BY id",
        row -> row.getString(0),
        currency);
  }

  /** The state of a submission, or nothing if it was never seen. */
  List<String> state(UUID submission) {
    return list("SELECT state FROM submission WHERE id = $1", row -> row.getString(0), submission);
  }

  long observations(UUID submission) {
    return list(
            """
            SELECT count(*) FROM observation o JOIN submission s ON s.no = o.submission_no
            WHERE s.id = $1
            """,
            row -> row.getLong(0),
            submission)
        .get(0);
  }
}

package dev.tradewind.ingest.publish;

import dev.tradewind.ingest.check.DeclaredCoverage;
import dev.tradewind.ingest.submission.State;
import io.vertx.mutiny.sqlclient.Row;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to work on a submission for a while. Whoever holds a larger attempt has taken it over.
 *
 * @param submission its id
 * @param attempt what every change names
 * @param vintage the submission's
 * @param state that it was found in
 * @param failures of earlier attempts
 * @param period the declared month
 * @param currency the declared currency
 * @param lenient whether bad rows are left out
 * @param coverage what is declared
 */
record Lease(
    UUID submission,
    int attempt,
    long vintage,
    State state,
    int failures,
    @Nullable YearMonth period,
    @Nullable String currency,
    boolean lenient,
    DeclaredCoverage coverage) {

  static final String COLUMNS =
      "id, attempt, vintage, state, failures, period, declared_currency, mode, declared_coverage";

  static Lease of(Row row) {
    String period = row.getString("period");
    String coverage = row.getString("declared_coverage");
    return new Lease(
        row.getUUID("id"),
        row.getInteger("attempt"),
        row.getLong("vintage"),
        State.of(row.getString("state")),
        row.getInteger("failures"),
        period == null ? null : YearMonth.parse(period),
        row.getString("declared_currency"),
        row.getString("mode").equals("lenient"),
        coverage.isEmpty() ? DeclaredCoverage.NONE : DeclaredCoverage.parse(coverage));
  }
}

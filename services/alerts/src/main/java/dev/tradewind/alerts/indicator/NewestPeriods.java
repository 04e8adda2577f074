package dev.tradewind.alerts.indicator;

import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.message.IndicatorEvent.Newest;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import dev.tradewind.contracts.period.Window;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The latest covered period of each series, as the newest close says. */
public final class NewestPeriods {
  private static final String UPSERT =
      """
      INSERT INTO series (partner, sector, time_window, currency, newest, epoch, apply_seq)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (partner, sector, time_window, currency) DO UPDATE
      SET newest = excluded.newest, epoch = excluded.epoch, apply_seq = excluded.apply_seq
      WHERE (series.epoch, series.apply_seq) < (excluded.epoch, excluded.apply_seq)
      """;

  private static final String SELECT =
      """
      SELECT newest FROM series WHERE partner = $1 AND sector = $2 AND time_window = $3 AND currency = $4
      """;

  private static final String ALL =
      "SELECT partner, sector, time_window, currency, newest FROM series WHERE newest IS NOT NULL";

  private NewestPeriods() {}

  /**
   * Takes in what a close says. A series of which the change has slices, but which the close does
   * not list, has no covered period left.
   */
  public static void store(
      Transaction transaction, SubmissionApplied close, Collection<Series> changed) {
    Map<Series, @Nullable YearMonth> newest = new HashMap<>();
    changed.forEach(series -> newest.put(series, null));
    for (Newest latest : close.newest()) {
      newest.put(Series.of(latest), latest.period());
    }
    List<Tuple> rows = new ArrayList<>();
    newest.forEach(
        (series, period) ->
            rows.add(
                Tuple.tuple()
                    .addString(series.partner())
                    .addString(series.sector())
                    .addString(series.window().id())
                    .addString(series.currency())
                    .addString(period == null ? null : period.toString())
                    .addLong(close.epoch())
                    .addLong(close.applySeq())));
    transaction.batch(UPSERT, rows);
  }

  /** All series that a change may concern: those it has slices of, and those its close lists. */
  public static Set<Series> concerned(SubmissionApplied close, Collection<Series> changed) {
    Set<Series> concerned = new HashSet<>(changed);
    close.newest().forEach(newest -> concerned.add(Series.of(newest)));
    return concerned;
  }

  /** The latest covered period of every series that has one. */
  public static Map<Series, YearMonth> all(Transaction transaction) {
    Map<Series, YearMonth> all = new HashMap<>();
    for (Row row : transaction.query(ALL, Tuple.tuple())) {
      all.put(
          new Series(
              row.getString(0), row.getString(1), Window.of(row.getString(2)), row.getString(3)),
          YearMonth.parse(row.getString(4)));
    }
    return all;
  }

  /** The latest covered period; null if there is none. */
  public static @Nullable YearMonth of(Transaction transaction, Series series) {
    List<Row> rows =
        transaction.query(
            SELECT,
            Tuple.of(series.partner(), series.sector(), series.window().id(), series.currency()));
    String newest = rows.isEmpty() ? null : rows.get(0).getString(0);
    return newest == null ? null : YearMonth.parse(newest);
  }
}

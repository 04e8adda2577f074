package dev.tradewind.alerts.indicator;

import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.message.IndicatorEvent.IndicatorRow;
import dev.tradewind.contracts.message.IndicatorEvent.Slice;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The latest numbers of each cell; what is not newer than a cell's stamp leaves it alone. */
public final class Cells {
  private static final String UPSERT =
      """
      INSERT INTO cell (partner, sector, time_window, currency, period, region, epoch, apply_seq, numbers, about)
      SELECT partner, sector, time_window, currency, period, region, $9, $10, numbers::jsonb, about::jsonb
      FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
           AS new (partner, sector, time_window, currency, period, region, numbers, about)
      ON CONFLICT (partner, sector, time_window, currency, period, region) DO UPDATE
      SET epoch = excluded.epoch, apply_seq = excluded.apply_seq, numbers = excluded.numbers, about = excluded.about
      WHERE (cell.epoch, cell.apply_seq) < (excluded.epoch, excluded.apply_seq)
      """;

  private static final String SELECT =
      """
      SELECT region, period, numbers::text FROM cell
      WHERE partner = $1 AND sector = $2 AND time_window = $3 AND currency = $4 AND period = ANY ($5)
      """;

  private static final String ABOUT =
      """
      SELECT about::text FROM cell
      WHERE partner = $1 AND sector = $2 AND time_window = $3 AND currency = $4 AND period = $5
      ORDER BY region = $6 DESC, region LIMIT 1
      """;

  private static final String PERIODS =
      """
      SELECT DISTINCT period FROM cell
      WHERE partner = $1 AND sector = $2 AND time_window = $3 AND currency = $4 AND period BETWEEN $5 AND $6
      ORDER BY period
      """;

  private record Place(Series series, YearMonth period, String region) {}

  private record Content(IndicatorRow row, String about) {}

  private Cells() {}

  /** Takes in all rows of those slices, as of one change. */
  public static void store(Transaction transaction, Stamp stamp, Collection<Slice> slices) {
    Map<Place, Content> cells = new LinkedHashMap<>();
    for (Slice slice : slices) {
      String about = String.valueOf(StoredJson.write(About.of(slice)));
      for (IndicatorRow row : slice.rows()) {
        cells.put(
            new Place(Series.of(slice), slice.period(), row.region()), new Content(row, about));
      }
    }
    if (cells.isEmpty()) {
      return;
    }
    transaction.update(
        UPSERT,
        Tuple.tuple()
            .addArrayOfString(column(cells, cell -> cell.getKey().series().partner()))
            .addArrayOfString(column(cells, cell -> cell.getKey().series().sector()))
            .addArrayOfString(column(cells, cell -> cell.getKey().series().window().id()))
            .addArrayOfString(column(cells, cell -> cell.getKey().series().currency()))
            .addArrayOfString(column(cells, cell -> cell.getKey().period().toString()))
            .addArrayOfString(column(cells, cell -> cell.getKey().region()))
            .addArrayOfString(
                column(cells, cell -> String.valueOf(StoredJson.write(cell.getValue().row()))))
            .addArrayOfString(column(cells, cell -> cell.getValue().about()))
            .addLong(stamp.epoch())
            .addLong(stamp.applySeq()));
  }

  /** What is known of those periods, by region. */
  public static Map<String, Map<YearMonth, Figures>> figures(
      Transaction transaction, Series series, Collection<YearMonth> periods) {
    Map<String, Map<YearMonth, Figures>> figures = new HashMap<>();
    String[] wanted = periods.stream().map(YearMonth::toString).toArray(String[]::new);
    for (Row row : transaction.query(SELECT, key(series).addArrayOfString(wanted))) {
      figures
          .computeIfAbsent(row.getString(0), region -> new HashMap<>())
          .put(
              YearMonth.parse(row.getString(1)),
              Figures.of(StoredJson.read(row.getString(2), IndicatorRow.class)));
    }
    return figures;
  }

  /** The periods of which anything is known, in order; both ends are included. */
  public static List<YearMonth> periods(
      Transaction transaction, Series series, YearMonth first, YearMonth last) {
    return transaction
        .query(PERIODS, key(series).addString(first.toString()).addString(last.toString()))
        .stream()
        .map(row -> YearMonth.parse(row.getString(0)))
        .toList();
  }

  /** What holds of the figures of a period; null if none are known. */
  public static @Nullable About about(Transaction transaction, Series series, YearMonth period) {
    List<Row> rows =
        transaction.query(ABOUT, key(series).addString(period.toString()).addString(Region.NATION));
    return rows.isEmpty() ? null : StoredJson.read(rows.get(0).getString(0), About.class);
  }

  private static Tuple key(Series series) {
    return Tuple.tuple()
        .addString(series.partner())
        .addString(series.sector())
        .addString(series.window().id())
        .addString(series.currency());
  }

  private static String[] column(
      Map<Place, Content> cells, Function<Map.Entry<Place, Content>, String> value) {
    return cells.entrySet().stream().map(value).toArray(String[]::new);
  }
}

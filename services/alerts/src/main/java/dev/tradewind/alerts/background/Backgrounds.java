package dev.tradewind.alerts.background;

import dev.tradewind.alerts.background.Background.Event;
import dev.tradewind.alerts.background.Background.SectorFall;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.code.Sector;
import dev.tradewind.contracts.message.IndicatorEvent.IndicatorRow;
import dev.tradewind.contracts.period.Window;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the background of a telling: one query for each kind of thing. */
public final class Backgrounds {
  /** How long before the period's last month events are still near. */
  private static final int MONTHS_NEARBY = 3;

  private static final int MOST_EVENTS = 4;

  // Both read the primary key in short ranges.
  private static final String CELLS =
      """
      SELECT region, period, numbers::text FROM cell
      WHERE partner = $1 AND sector = $2 AND time_window = $3 AND currency = $4 AND period = ANY ($5)
        AND region = ANY ($6)
      """;

  private static final String SECTORS =
      """
      SELECT region, sector, numbers::text FROM cell
      WHERE partner = $1 AND sector = ANY ($2) AND time_window = $3 AND currency = $4 AND period = $5
        AND region = ANY ($6)
      """;

  private static final String SINCE = "SELECT id, since FROM incident WHERE id = ANY ($1)";

  // Talks move exports less than measures do: they only fill what measures leave.
  private static final String EVENTS =
      """
      SELECT date, end_date, title_en, title_zh
      FROM (SELECT * FROM policy_event
            WHERE date <= $2 AND coalesce(end_date, date) >= $1
            ORDER BY kind = 'talks', date DESC, id LIMIT $3) AS near
      ORDER BY date DESC, id
      """;

  private Backgrounds() {}

  /**
   * As stored now.
   *
   * @param series and
   * @param period of the telling
   * @param regions that it names
   * @param incidents that it tells of
   */
  public static Background of(
      Transaction transaction,
      Series series,
      YearMonth period,
      Collection<String> regions,
      Collection<Long> incidents) {
    String[] places = regions.stream().distinct().toArray(String[]::new);
    return new Background(
        period,
        months(transaction, series, period, places),
        sectors(transaction, series, period, places),
        since(transaction, incidents),
        events(transaction, period));
  }

  private static Map<String, List<@Nullable BigDecimal>> months(
      Transaction transaction, Series series, YearMonth period, String[] regions) {
    String[] periods = new String[Background.MONTHS];
    for (int i = 0; i < periods.length; i++) {
      periods[i] = period.minusMonths(periods.length - 1L - i).toString();
    }
    Map<String, @Nullable BigDecimal[]> values = new HashMap<>();
    for (Row row :
        transaction.query(
            CELLS,
            Tuple.tuple()
                .addString(series.partner())
                .addString(series.sector())
                .addString(Window.MONTH.id())
                .addString(series.currency())
                .addArrayOfString(periods)
                .addArrayOfString(regions))) {
      Figures figures = figures(row);
      if (figures.status().comparable()) {
        values
                .computeIfAbsent(
                    row.getString(0), region -> new @Nullable BigDecimal[periods.length])[
                Arrays.asList(periods).indexOf(row.getString(1))] =
            figures.value();
      }
    }
    Map<String, List<@Nullable BigDecimal>> months = new HashMap<>();
    values.forEach((region, ofMonths) -> months.put(region, Arrays.asList(ofMonths)));
    return months;
  }

  private static Map<String, SectorFall> sectors(
      Transaction transaction, Series series, YearMonth period, String[] regions) {
    Map<String, SectorFall> worst = new HashMap<>();
    if (!series.sector().equals(Sector.ALL)) {
      return worst;
    }
    String[] sectors = Sector.all().stream().map(Sector::id).toArray(String[]::new);
    for (Row row :
        transaction.query(
            SECTORS,
            Tuple.tuple()
                .addString(series.partner())
                .addArrayOfString(sectors)
                .addString(series.window().id())
                .addString(series.currency())
                .addString(period.toString())
                .addArrayOfString(regions))) {
      Figures figures = figures(row);
      BigDecimal change = figures.change();
      if (figures.status().comparable() && change != null && change.signum() < 0) {
        worst.merge(
            row.getString(0),
            new SectorFall(row.getString(1), change, figures.yoy()),
            (one, other) -> worse(one, other) ? one : other);
      }
    }
    return worst;
  }

  /** Of equal falls the narrower sector says more; ids decide, so that the answer is one. */
  private static boolean worse(SectorFall one, SectorFall other) {
    int compared = one.change().compareTo(other.change());
    return compared == 0 ? one.sector().compareTo(other.sector()) < 0 : compared < 0;
  }

  private static Map<Long, Instant> since(Transaction transaction, Collection<Long> incidents) {
    Map<Long, Instant> since = new HashMap<>();
    for (Row row :
        transaction.query(
            SINCE, Tuple.tuple().addArrayOfLong(incidents.stream().toArray(Long[]::new)))) {
      since.put(row.getLong(0), row.getOffsetDateTime(1).toInstant());
    }
    return since;
  }

  private static List<Event> events(Transaction transaction, YearMonth period) {
    return transaction
        .query(
            EVENTS,
            Tuple.of(
                period.minusMonths(MONTHS_NEARBY - 1L).atDay(1),
                period.atEndOfMonth(),
                MOST_EVENTS))
        .stream()
        .map(
            row ->
                new Event(
                    row.getLocalDate(0), row.getLocalDate(1), row.getString(2), row.getString(3)))
        .toList();
  }

  private static Figures figures(Row row) {
    return Figures.of(StoredJson.read(row.getString(2), IndicatorRow.class));
  }
}

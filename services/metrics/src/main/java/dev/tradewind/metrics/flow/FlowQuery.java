package dev.tradewind.metrics.flow;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.metrics.indicator.Series;
import dev.tradewind.metrics.reading.Conditions;
import dev.tradewind.metrics.reading.Parameters;
import dev.tradewind.metrics.reading.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the statement that sums flows over both windows in one pass. Months and regions are always
 * given as lists, so that only the years' partitions are touched and the primary key (currency,
 * period, region, …) finds a narrow question's rows by itself.
 */
public final class FlowQuery {
  private final Parameters parameters = new Parameters();
  private final List<String> conditions = new ArrayList<>();
  private final Series series;
  private final String table;
  private final String group;

  private FlowQuery(Series series, String table, String group) {
    this.series = series;
    this.table = table;
    this.group = group;
    conditions.add("f.currency = " + parameter(series.currency()));
    List<Integer> months = new ArrayList<>(series.baseMonths());
    months.addAll(series.months());
    conditions.add("f.period = ANY (" + parameter(months.toArray(Integer[]::new)) + ")");
  }

  /** By sector, from the stored sums: only for sectors whose sums are stored. */
  public static FlowQuery bySector(Reading reading, Series series, List<String> sectors) {
    FlowQuery query = new FlowQuery(series, reading.sliceCells(), "f.sector");
    query.in("sector", sectors);
    query.conditions.add("f.partner <> " + query.parameter(Partner.WORLD));
    return query;
  }

  /**
   * By the first digits of the HS code, from the facts of the series' sector. A coarser code says
   * nothing of its finer ones, so it is left out.
   *
   * @param digits 2, 4, 6 or 8
   */
  public static FlowQuery byProduct(Reading reading, Series series, int digits) {
    FlowQuery query = facts(reading, series, "left(f.product, " + digits + ")");
    query.conditions.add("length(f.product) >= " + digits);
    return query;
  }

  /** Of the series' sector as a whole. */
  public static FlowQuery total(Reading reading, Series series) {
    return series.sector().stored()
        ? bySector(reading, series, List.of(series.sector().id()))
        : facts(reading, series, "''::text");
  }

  private static FlowQuery facts(Reading reading, Series series, String group) {
    FlowQuery query = new FlowQuery(series, reading.facts(), group);
    query.conditions.add(Conditions.sector(series.sector(), query.parameters));
    query.conditions.add(reading.levels().cell());
    return query;
  }

  /** Only these partners; all if empty. */
  public FlowQuery partners(List<String> codes) {
    return in("partner", codes);
  }

  /** Only these regions; all if empty. */
  public FlowQuery regions(List<String> codes) {
    if (codes.isEmpty()) {
      conditions.add(Conditions.anyRegion(parameters));
      return this;
    }
    return in("region", codes);
  }

  /** Without these product groups. */
  public FlowQuery without(List<String> groups) {
    if (!groups.isEmpty()) {
      conditions.add(group + " <> ALL (" + parameter(groups.toArray(String[]::new)) + ")");
    }
    return this;
  }

  /** Adds a parameter and gives its placeholder. */
  public String parameter(Object value) {
    return parameters.add(value);
  }

  /** All parameters so far. */
  public Object[] parameters() {
    return parameters.array();
  }

  /** One row per flow with region, product, partner, value and base, which may both be zero. */
  public String sql() {
    String current = parameter(series.months().toArray(Integer[]::new));
    return "SELECT f.region, "
        + group
        + " AS product, f.partner, coalesce(sum(f.value) FILTER (WHERE f.period = ANY ("
        + current
        + ")), 0)::bigint AS value, coalesce(sum(f.value) FILTER (WHERE f.period <> ALL ("
        + current
        + ")), 0)::bigint AS base FROM "
        + table
        + " f WHERE "
        + String.join(" AND ", conditions)
        + " GROUP BY f.region, 2, f.partner";
  }

  private FlowQuery in(String column, List<String> codes) {
    if (!codes.isEmpty()) {
      conditions.add("f." + column + " = ANY (" + parameter(codes.toArray(String[]::new)) + ")");
    }
    return this;
  }
}

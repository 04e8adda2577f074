package dev.tradewind.metrics.flow;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.metrics.fact.Levels;
import dev.tradewind.metrics.indicator.Series;
import dev.tradewind.metrics.sector.SectorFilter;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the statement that sums flows over both windows in one pass. Months and regions are always
 * given as lists, so that only the years' partitions are touched and the primary key (currency,
 * period, region, …) finds a narrow question's rows by itself.
 */
public final class FlowQuery {
  private final List<Object> parameters = new ArrayList<>();
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
  public static FlowQuery bySector(Series series, List<String> sectors) {
    FlowQuery query = new FlowQuery(series, "slice f", "f.sector");
    query.in("sector", sectors);
    query.conditions.add("f.partner <> " + query.parameter(Partner.WORLD));
    return query;
  }

  /**
   * By the first digits of the HS code, from the facts.
   *
   * @param digits 2, 4, 6 or 8
   * @param mixesLevels whether codes of several levels are covered
   */
  public static FlowQuery byProduct(
      Series series, int digits, SectorFilter sector, boolean mixesLevels) {
    FlowQuery query = new FlowQuery(series, "fact f", "left(f.product, " + digits + ")");
    // A coarser code says nothing of its finer ones.
    query.conditions.add("length(f.product) >= " + digits);
    query.within(sector);
    if (mixesLevels) {
      query.conditions.add(Levels.COARSEST_ONLY.strip().replaceFirst("^AND ", ""));
    }
    return query;
  }

  /** Of one sector or prefix as a whole. */
  public static FlowQuery total(Series series, boolean mixesLevels) {
    if (series.sector().stored()) {
      return bySector(series, List.of(series.sector().id()));
    }
    FlowQuery query = new FlowQuery(series, "fact f", "''::text");
    query.within(series.sector());
    if (mixesLevels) {
      query.conditions.add(Levels.COARSEST_ONLY.strip().replaceFirst("^AND ", ""));
    }
    return query;
  }

  /** Only these partners; all if empty. */
  public FlowQuery partners(List<String> codes) {
    return in("partner", codes);
  }

  /** Only these regions; all if empty. */
  public FlowQuery regions(List<String> codes) {
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
    parameters.add(value);
    return "$" + parameters.size();
  }

  /** All parameters so far. */
  public Object[] parameters() {
    return parameters.toArray();
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
        + " WHERE "
        + String.join(" AND ", conditions)
        + " GROUP BY f.region, 2, f.partner";
  }

  private FlowQuery in(String column, List<String> codes) {
    if (!codes.isEmpty()) {
      conditions.add("f." + column + " = ANY (" + parameter(codes.toArray(String[]::new)) + ")");
    }
    return this;
  }

  private void within(SectorFilter sector) {
    if (sector instanceof SectorFilter.Prefix prefix) {
      // ':' follows '9'.
      conditions.add(
          "f.product >= "
              + parameter(prefix.prefix())
              + " AND f.product < "
              + parameter(prefix.prefix() + ":"));
    } else if (sector instanceof SectorFilter.Listed) {
      conditions.add(
          "EXISTS (SELECT FROM product_sector m WHERE m.product = f.product"
              + " AND m.year = f.period / 100 AND m.sector = "
              + parameter(sector.id())
              + ")");
    }
  }
}

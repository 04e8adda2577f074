package dev.tradewind.metrics.indicator;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.RegionOrder;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.sector.SectorFilter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes the figures that are given only where they are asked for. */
final class ExtraReader {
  private static final int DECIMALS = 6;

  private static final String EXPOSURE = "share of the region's own exports";

  private final Reading reading;
  private final Series series;
  private final IndicatorTable table;
  private final Tables tables;
  private final Map<String, ExtraFields> fields = new HashMap<>();

  ExtraReader(
      Reading reading, Series series, IndicatorTable table, List<Area> groups, long lowBase) {
    this.reading = reading;
    this.series = series;
    this.table = table;
    this.tables = new Tables(reading, series, groups, lowBase);
    table.rows().forEach(row -> fields.put(row.region(), new ExtraFields()));
  }

  /** The fields of each area by its code, in the order of the figures. */
  Map<String, Map<String, @Nullable Object>> read(Set<Extra> extras, int years) {
    for (Extra extra : extras) {
      switch (extra) {
        case RANK -> ranks();
        case YTD -> yearToDate();
        case DEFINITION -> fields.values().forEach(row -> row.put("exposureDefinition", EXPOSURE));
        case HHI -> concentration();
        case RCA -> advantage();
        case CAGR -> growth(years);
        case Z -> scores();
        case PRICES -> prices();
      }
    }
    Map<String, Map<String, @Nullable Object>> all = new HashMap<>();
    fields.forEach((code, row) -> all.put(code, row.all()));
    return all;
  }

  private void ranks() {
    Map<String, Integer> baseRanks = table.baseRanks();
    for (Indicator row : table.rows()) {
      Integer before = baseRanks.get(row.region());
      ExtraFields of = of(row);
      of.put("baseRank", before);
      of.put(
          "rankChange",
          IndicatorTable.rankChange(before, row.rank()),
          RegionOrder.number(row.region()) == null
              ? "no rank: only regions are ranked"
              : "no rank change: not all regions are known alike in both windows");
    }
  }

  private void yearToDate() {
    Map<String, Indicator> rows = tables.window(Window.YTD);
    for (Indicator row : table.rows()) {
      Indicator ytd = get(rows, row);
      of(row)
          .put(
              "ytdYoy",
              ytd.yoy(),
              "no year-to-date rate: the status of the year to date is " + ytd.status().id());
    }
  }

  private void concentration() {
    Map<String, Indicator> world = tables.world();
    Destinations destinations = Destinations.read(reading, series);
    for (Area area : tables.areas()) {
      ExtraFields of = of(area);
      if (get(world, area).status() == Status.HOLE) {
        of.put("hhi", null);
        of.put("markets", null, "no concentration: exports to all partners are not known");
        continue;
      }
      Collection<Long> values = destinations.of(area);
      boolean none = values.stream().allMatch(value -> value == 0);
      Concentration concentration = none ? null : Concentration.of(values);
      of.put("hhi", concentration == null ? null : concentration.hhi());
      of.put(
          "markets",
          concentration == null ? null : concentration.markets(),
          "no concentration: no exports");
    }
  }

  /** {@code (X_rk / X_r) / (X_k / X)}, of exports to the partner asked for. */
  private void advantage() {
    Map<String, Indicator> everything = tables.sector(SectorFilter.ALL);
    BigDecimal nationAll = known(Objects.requireNonNull(everything.get(Region.NATION)));
    BigDecimal nationSector = known(table.rows().get(0));
    for (Indicator row : table.rows()) {
      BigDecimal sector = known(row);
      BigDecimal all = known(get(everything, row));
      of(row)
          .put(
              "rca",
              sector == null || all == null || nationAll == null || nationSector == null
                  ? null
                  : quotient(sector.multiply(nationAll), all.multiply(nationSector)),
              "no comparative advantage: the sector's or all exports are not known or nothing");
    }
  }

  private void growth(int years) {
    Map<String, Indicator> rows = tables.against(years);
    for (Indicator row : table.rows()) {
      Indicator over = get(rows, row);
      BigDecimal value = over.value();
      BigDecimal base = over.baseValue();
      boolean grown = over.yoy() != null && value != null && base != null && value.signum() > 0;
      ExtraFields of = of(row);
      of.put("cagr", grown ? yearly(value, base, years) : null);
      of.put("cagrYears", years);
      if (!grown) {
        of.because(
            "no growth a year: "
                + (over.reasons().isEmpty()
                    ? "nothing in one of the windows"
                    : String.join("; ", over.reasons())));
      }
    }
  }

  /** A root is not a fraction: computed in binary, to more digits than are told. */
  private static BigDecimal yearly(
      @Nullable BigDecimal value, @Nullable BigDecimal base, int years) {
    double ratio =
        Objects.requireNonNull(value).doubleValue() / Objects.requireNonNull(base).doubleValue();
    return BigDecimal.valueOf(Math.pow(ratio, 1.0 / years) - 1)
        .setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  private void scores() {
    RateHistory before = tables.before();
    for (Indicator row : table.rows()) {
      int rates = before.rates(series.period(), row.region()).size();
      BigDecimal rate = row.yoy();
      ExtraFields of = of(row);
      boolean enough = rates >= RateHistory.FEWEST;
      of.put(
          "zScore",
          before.score(series.period(), row.region(), rate),
          rate == null
              ? "no z-score: there is no rate of change"
              : enough
                  ? "no z-score: the rates before are all alike"
                  : "no z-score: of the "
                      + RateHistory.BEFORE
                      + " months before, "
                      + rates
                      + " have a rate; "
                      + RateHistory.FEWEST
                      + " are needed");
      of.put("zMonths", rates);
    }
  }

  private void prices() {
    PriceEffects effects = PriceEffects.read(reading, series);
    Map<String, Indicator> rows = new HashMap<>();
    table.rows().forEach(row -> rows.put(row.region(), row));
    for (Area area : tables.areas()) {
      PriceEffects.Effect effect = effects.of(area);
      BigDecimal change = get(rows, area).change();
      ExtraFields of = of(area);
      boolean split = change != null && effect.matchedValue() > 0;
      of.put("quantityEffect", split ? Money.text(effect.quantity()) : null);
      of.put("priceEffect", split ? Money.text(effect.matched() - effect.quantity()) : null);
      of.put(
          "unmatchedChange",
          split && change != null
              ? Money.text(change.subtract(Money.units(effect.matched())))
              : null);
      of.put(
          "quantityCoverage",
          split ? Rates.of(effect.matchedValue(), effect.value()) : null,
          change == null
              ? "no price and quantity: the windows do not compare"
              : "no price and quantity: no flow has quantities of one unit in both windows");
    }
  }

  private static @Nullable BigDecimal known(Indicator row) {
    return row.status() == Status.HOLE ? null : row.value();
  }

  private static @Nullable BigDecimal quotient(BigDecimal numerator, BigDecimal denominator) {
    return denominator.signum() == 0
        ? null
        : numerator.divide(denominator, DECIMALS, RoundingMode.HALF_UP);
  }

  private ExtraFields of(Indicator row) {
    return Objects.requireNonNull(fields.get(row.region()), row.region());
  }

  private ExtraFields of(Area area) {
    return Objects.requireNonNull(fields.get(area.code()), area.code());
  }

  private static Indicator get(Map<String, Indicator> rows, Indicator like) {
    return Objects.requireNonNull(rows.get(like.region()), like.region());
  }

  private static Indicator get(Map<String, Indicator> rows, Area area) {
    return Objects.requireNonNull(rows.get(area.code()), area.code());
  }
}

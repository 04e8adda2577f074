package dev.tradewind.metrics.diversification;

import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.flow.Flow;
import dev.tradewind.metrics.flow.FlowQuery;
import dev.tradewind.metrics.flow.FlowReader;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.indicator.Indicator;
import dev.tradewind.metrics.indicator.IndicatorTable;
import dev.tradewind.metrics.indicator.MonthSums;
import dev.tradewind.metrics.indicator.Series;
import dev.tradewind.metrics.indicator.TableReader;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.sector.SectorFilter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes pages of diversification from one snapshot. */
@Singleton
public class DiversificationReader {
  /** A group of partners that is data; see {@code /api/v1/groups}. */
  private static final String HUBS = "rerouting-hubs";

  private static final int MINOR_DIGITS = 2;

  private final long lowBase;

  DiversificationReader(MetricsConfig config) {
    this.lowBase = config.lowBase();
  }

  /** The page that is asked for. */
  public DiversificationPage read(Reading reading, DiversificationQuestion question) {
    List<DiversificationItem> items = new ArrayList<>();
    List<String> partial = new ArrayList<>();
    TreeSet<String> labels = new TreeSet<>();
    @Nullable String period = null;
    for (SectorFilter sector : question.sectors()) {
      Optional<Series> series = question.series(sector).series(reading.coverage());
      if (series.isPresent()) {
        period = series.get().period().toString();
        Tables tables = tables(reading, series.get(), question);
        if (tables.partner.coveredProducts() > 0) {
          items.addAll(rows(reading, series.get(), tables, question));
          labels.addAll(tables.partner.labels());
          if (tables.partner.partial() != null) {
            partial.add(sector.id() + ": " + tables.partner.partial());
          }
        }
      }
    }
    return new DiversificationPage(
        items,
        null,
        period,
        question.window().id(),
        question.partner().id(),
        question.currency(),
        partial,
        List.copyOf(labels),
        reading.version().applySeq(),
        items.isEmpty() ? "nothing is known of what is asked for; see /api/v1/coverage" : null);
  }

  private record Tables(IndicatorTable partner, IndicatorTable world) {}

  private Tables tables(Reading reading, Series series, DiversificationQuestion question) {
    MonthSums sums = TableReader.sums(reading, series);
    Series world =
        new Series(
            Partners.WORLD, series.sector(), series.window(), series.period(), series.currency());
    List<Area> groups = TableReader.groups(question.areas());
    return new Tables(
        IndicatorTable.of(series, reading.coverage(), sums, lowBase, groups),
        IndicatorTable.of(world, reading.coverage(), sums, lowBase, groups));
  }

  private static List<DiversificationItem> rows(
      Reading reading, Series series, Tables tables, DiversificationQuestion question) {
    List<String> regions = question.areas().stream().flatMap(a -> a.regions().stream()).toList();
    List<Flow> flows =
        FlowReader.read(reading.session(), FlowQuery.total(reading, series).regions(regions));
    List<Flow> codes = throughHubs(reading, series, regions, question.digits());
    long least = question.guard().leastFall().movePointRight(MINOR_DIGITS).longValue();
    List<DiversificationItem> items = new ArrayList<>();
    for (Indicator row : tables.partner.rows()) {
      Area area = area(reading, question, row.region());
      if (area != null) {
        items.add(
            new DiversificationRow(
                    series, row, row(tables.world, row.region()), within(area, flows))
                .item(
                    area.nameEn(),
                    question.guard(),
                    question.top(),
                    Rerouting.find(within(area, codes), series.partner().codes(), least)));
      }
    }
    return items;
  }

  /** By HS code, to the partner and to the hubs only. */
  private static List<Flow> throughHubs(
      Reading reading, Series series, List<String> regions, int digits) {
    Partners hubs = reading.groups().partners(HUBS);
    if (hubs == null) {
      return List.of();
    }
    List<String> partners = new ArrayList<>(hubs.codes());
    partners.addAll(series.partner().codes());
    return FlowReader.read(
        reading.session(),
        FlowQuery.byProduct(reading, series, digits).partners(partners).regions(regions));
  }

  private static List<Flow> within(Area area, List<Flow> flows) {
    List<String> regions = area.regions();
    return flows.stream().filter(flow -> regions.contains(flow.region())).toList();
  }

  private static @Nullable Area area(
      Reading reading, DiversificationQuestion question, String code) {
    return question.areas().isEmpty()
        ? Objects.requireNonNull(reading.groups().area(code))
        : question.areas().stream().filter(a -> a.code().equals(code)).findFirst().orElse(null);
  }

  private static Indicator row(IndicatorTable table, String region) {
    return table.rows().stream()
        .filter(row -> row.region().equals(region))
        .findFirst()
        .orElseThrow();
  }
}

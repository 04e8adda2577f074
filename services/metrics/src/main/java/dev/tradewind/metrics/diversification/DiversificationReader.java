package dev.tradewind.metrics.diversification;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.coverage.CoverageCache;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.flow.Flow;
import dev.tradewind.metrics.flow.FlowQuery;
import dev.tradewind.metrics.flow.FlowReader;
import dev.tradewind.metrics.indicator.Indicator;
import dev.tradewind.metrics.indicator.IndicatorTable;
import dev.tradewind.metrics.indicator.MonthSums;
import dev.tradewind.metrics.indicator.Series;
import dev.tradewind.metrics.indicator.TableReader;
import dev.tradewind.metrics.sector.SectorFilter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes pages of diversification from one snapshot. */
@Singleton
public class DiversificationReader {
  private static final long MINOR = 100;

  private final CoverageCache coverages;
  private final long lowBase;

  DiversificationReader(CoverageCache coverages, MetricsConfig config) {
    this.coverages = coverages;
    this.lowBase = config.lowBase();
  }

  /** The page that is asked for. */
  public DiversificationPage read(
      Session session, Version version, DiversificationQuestion question) {
    Coverage coverage = coverages.get(session, version, question.currency());
    List<DiversificationItem> items = new ArrayList<>();
    List<String> partial = new ArrayList<>();
    TreeSet<String> labels = new TreeSet<>();
    @Nullable String period = null;
    for (SectorFilter sector : question.sectors()) {
      Optional<Series> series = question.series(sector).series(coverage);
      if (series.isPresent()) {
        period = series.get().period().toString();
        Tables tables = tables(session, coverage, series.get());
        if (tables.partner.coveredProducts() > 0) {
          items.addAll(rows(session, coverage, series.get(), tables, question));
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
        question.partner(),
        question.currency(),
        partial,
        List.copyOf(labels),
        version.applySeq(),
        items.isEmpty() ? "nothing is known of what is asked for; see /api/v1/coverage" : null);
  }

  private record Tables(IndicatorTable partner, IndicatorTable world) {}

  private Tables tables(Session session, Coverage coverage, Series series) {
    MonthSums sums = TableReader.sums(session, coverage, series);
    Series world =
        new Series(
            Partner.WORLD, series.sector(), series.window(), series.period(), series.currency());
    return new Tables(
        IndicatorTable.of(series, coverage, sums, lowBase),
        IndicatorTable.of(world, coverage, sums, lowBase));
  }

  private static List<DiversificationItem> rows(
      Session session,
      Coverage coverage,
      Series series,
      Tables tables,
      DiversificationQuestion question) {
    List<String> regions =
        question.regions().contains(Region.NATION) ? List.of() : question.regions();
    List<Flow> flows =
        FlowReader.read(session, FlowQuery.total(series, coverage.mixesLevels()).regions(regions));
    List<Flow> fine = throughHubs(session, coverage, series, regions, question.digits());
    Map<String, List<Flow>> byRegion = byRegion(flows);
    Map<String, List<Flow>> fineByRegion = byRegion(fine);
    Map<String, Indicator> world =
        tables.world.rows().stream()
            .collect(Collectors.toMap(Indicator::region, Function.identity()));
    List<DiversificationItem> items = new ArrayList<>();
    for (Indicator row : tables.partner.rows()) {
      if (question.regions().isEmpty() || question.regions().contains(row.region())) {
        boolean nation = row.region().equals(Region.NATION);
        List<Flow> own = nation ? flows : byRegion.getOrDefault(row.region(), List.of());
        List<Flow> codes = nation ? fine : fineByRegion.getOrDefault(row.region(), List.of());
        Indicator rowOfWorld = world.get(row.region());
        if (rowOfWorld != null) {
          items.add(
              new DiversificationRow(series, row, rowOfWorld, own)
                  .item(
                      question.guard(),
                      question.top(),
                      Rerouting.find(codes, series.partner(), least(question))));
        }
      }
    }
    return items;
  }

  /** By HS code, to the partner and to the hubs only. */
  private static List<Flow> throughHubs(
      Session session, Coverage coverage, Series series, List<String> regions, int digits) {
    List<String> partners = new ArrayList<>(Hubs.ALL);
    partners.add(series.partner());
    return FlowReader.read(
        session,
        FlowQuery.byProduct(series, digits, series.sector(), coverage.mixesLevels())
            .partners(partners)
            .regions(regions));
  }

  private static long least(DiversificationQuestion question) {
    return question.guard().leastFall().multiply(java.math.BigDecimal.valueOf(MINOR)).longValue();
  }

  private static Map<String, List<Flow>> byRegion(List<Flow> flows) {
    return flows.stream().collect(Collectors.groupingBy(Flow::region));
  }
}

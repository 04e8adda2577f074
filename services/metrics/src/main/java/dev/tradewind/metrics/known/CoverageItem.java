package dev.tradewind.metrics.known;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.coverage.LiveBox;
import dev.tradewind.metrics.coverage.MonthCover;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.sector.SectorFilter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is known of one month. */
@RegisterForReflection
@Schema(name = "MetricsCoverage")
@JsonPropertyOrder({
  "period",
  "partner",
  "sector",
  "currency",
  "status",
  "coveredProducts",
  "listedProducts",
  "coveredRegions",
  "world",
  "labels",
  "submissions"
})
record CoverageItem(
    @Schema(examples = "2025-07") String period,
    @Schema(examples = "USA") String partner,
    @Schema(examples = "all") String sector,
    @Schema(examples = "USD") String currency,
    @Schema(
            description =
                "covered; listed-only where a file was cut at 10,000 rows; hole where nothing is"
                    + " known",
            enumeration = {"covered", "listed-only", "hole"})
        String status,
    @Schema(description = "products wholly known of at least one region") int coveredProducts,
    @Schema(description = "products of which only listed rows are known") int listedProducts,
    @Schema(description = "regions of which any product is wholly known") int coveredRegions,
    @Schema(description = "whether exports to all partners are known for the same products")
        boolean world,
    List<String> labels,
    @Schema(description = "live submissions that observe the month") List<String> submissions) {

  static List<CoverageItem> all(
      Coverage coverage, Partners partner, SectorFilter sector, String currency) {
    List<CoverageItem> items = new ArrayList<>();
    if (!coverage.months().isEmpty()) {
      YearMonth last = PeriodKey.month(coverage.months().last());
      for (YearMonth month = PeriodKey.month(coverage.months().first());
          !month.isAfter(last);
          month = month.plusMonths(1)) {
        items.add(of(coverage, month, partner, sector, currency));
      }
    }
    return items;
  }

  private static CoverageItem of(
      Coverage coverage, YearMonth month, Partners partner, SectorFilter sector, String currency) {
    int key = PeriodKey.of(month);
    MonthCover cover = coverage.month(key, partner, sector);
    MonthCover world = coverage.month(key, Partners.WORLD, sector);
    int covered = cover.touched(Area.NATION).cardinality();
    int listed = cover.listed(Area.NATION).cardinality();
    Set<String> submissions = new TreeSet<>();
    coverage.boxes().stream()
        .filter(box -> box.months().contains(key) || box.listedOnly().contains(key))
        .map(LiveBox::submission)
        .forEach(submissions::add);
    return new CoverageItem(
        month.toString(),
        partner.id(),
        sector.id(),
        currency,
        listed > 0 ? "listed-only" : covered > 0 ? "covered" : "hole",
        covered,
        listed,
        (int) Area.REGIONS.stream().filter(region -> !cover.covered(region).isEmpty()).count(),
        covered > 0 && cover.touched(Area.NATION).equals(world.touched(Area.NATION)),
        List.copyOf(cover.labels()),
        List.copyOf(submissions));
  }
}

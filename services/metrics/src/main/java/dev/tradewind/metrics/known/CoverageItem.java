package dev.tradewind.metrics.known;

import dev.tradewind.metrics.answer.Column;
import dev.tradewind.metrics.answer.CsvTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of one month. */
@RegisterForReflection
@Schema(name = "MetricsCoverage")
record CoverageItem(
    @Schema(examples = "2025-07") String period,
    @Schema(examples = "CN") String region,
    @Schema(examples = "USA") String partner,
    @Schema(examples = "all") String sector,
    @Schema(examples = "USD") String currency,
    @Schema(
            description =
                "covered; zero where all is known and there was nothing; listed-only where a file"
                    + " was cut at 10,000 rows; hole where nothing is known; not-yet-due before the"
                    + " source publishes",
            enumeration = {"covered", "zero", "listed-only", "hole", "not-yet-due"})
        String status,
    @Schema(description = "what is known of the month's exports; null in a hole")
        @Nullable String value,
    @Schema(description = "by when the source publishes the month", examples = "2025-08-20")
        String dueOn,
    @Schema(description = "products wholly known of at least one region") int coveredProducts,
    @Schema(description = "products of which only listed rows are known") int listedProducts,
    @Schema(description = "regions of which any product is wholly known") int coveredRegions,
    @Schema(description = "whether exports to all partners are known for the same products")
        boolean world,
    List<String> labels,
    @Schema(description = "live submissions that observe the month") List<String> submissions) {
  private static final List<Column<CoverageItem>> COLUMNS =
      List.of(
          new Column<>("period", CoverageItem::period),
          new Column<>("region", CoverageItem::region),
          new Column<>("partner", CoverageItem::partner),
          new Column<>("sector", CoverageItem::sector),
          new Column<>("currency", CoverageItem::currency),
          new Column<>("status", CoverageItem::status),
          new Column<>("value", CoverageItem::value),
          new Column<>("dueOn", CoverageItem::dueOn),
          new Column<>("coveredProducts", CoverageItem::coveredProducts),
          new Column<>("listedProducts", CoverageItem::listedProducts),
          new Column<>("coveredRegions", CoverageItem::coveredRegions),
          new Column<>("world", CoverageItem::world),
          new Column<>("labels", CoverageItem::labels),
          new Column<>("submissions", CoverageItem::submissions));

  static CsvTable csv(List<CoverageItem> items) {
    return CsvTable.of(COLUMNS, items);
  }
}

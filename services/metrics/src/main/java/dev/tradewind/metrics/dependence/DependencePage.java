package dev.tradewind.metrics.dependence;

import dev.tradewind.metrics.answer.Column;
import dev.tradewind.metrics.answer.CsvTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Regions, and what their exposure has to do with their change. */
@RegisterForReflection
@Schema(
    name = "MetricsDependencePage",
    description =
        "An association over regions, not a cause. A negative slope says that the more reliant fell"
            + " more.")
public record DependencePage(
    List<DependenceItem> items,
    @Nullable String next,
    @Schema(examples = "2025-07") @Nullable String period,
    String window,
    @Schema(description = "exposure is that of January to this month", examples = "2024-12")
        @Nullable String exposurePeriod,
    String partner,
    String sector,
    String currency,
    @Schema(enumeration = {"all", "fell", "rose"}) String population,
    @Schema(description = "regions with a smaller base do not count") @Nullable String minBase,
    @Schema(description = "how many regions count") int n,
    @Nullable BigDecimal pearson,
    @Schema(description = "two-sided probability of so strong a correlation by chance")
        @Nullable BigDecimal pearsonP,
    @Nullable BigDecimal spearman,
    @Nullable LineItem unweighted,
    @Schema(description = "weighted by base value") @Nullable LineItem weighted,
    @Schema(examples = "of 2 covered products") @Nullable String partial,
    @Schema(description = "what the data are, if not official") List<String> labels,
    long applySeq,
    @Schema(description = "why there are no statistics") @Nullable String reason) {
  private static final List<Column<DependenceItem>> COLUMNS =
      List.of(
          new Column<>("region", DependenceItem::region),
          new Column<>("regionName", DependenceItem::regionName),
          new Column<>("exposure", DependenceItem::exposure),
          new Column<>("yoy", DependenceItem::yoy),
          new Column<>("baseValue", DependenceItem::baseValue),
          new Column<>("included", DependenceItem::included),
          new Column<>("fitted", DependenceItem::fitted),
          new Column<>("residual", DependenceItem::residual),
          new Column<>("studentized", DependenceItem::studentized),
          new Column<>("leverage", DependenceItem::leverage),
          new Column<>("slopeWithout", DependenceItem::slopeWithout),
          new Column<>("pearsonWithout", DependenceItem::pearsonWithout),
          new Column<>("outlier", DependenceItem::outlier),
          new Column<>("reasons", DependenceItem::reasons));

  CsvTable csv() {
    return CsvTable.of(COLUMNS, items);
  }
}

package dev.tradewind.metrics.dependence;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
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
@JsonPropertyOrder({
  "items",
  "next",
  "period",
  "window",
  "exposurePeriod",
  "partner",
  "sector",
  "currency",
  "population",
  "minBase",
  "n",
  "pearson",
  "pearsonP",
  "spearman",
  "unweighted",
  "weighted",
  "partial",
  "labels",
  "applySeq",
  "reason"
})
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

  CsvTable csv() {
    CsvTable table =
        new CsvTable(
            List.of(
                "region",
                "regionName",
                "exposure",
                "yoy",
                "baseValue",
                "included",
                "fitted",
                "residual",
                "studentized",
                "leverage",
                "slopeWithout",
                "pearsonWithout",
                "outlier",
                "reasons"));
    for (DependenceItem item : items) {
      table.row(
          item.region(),
          item.regionName(),
          item.exposure(),
          item.yoy(),
          item.baseValue(),
          item.included(),
          item.fitted(),
          item.residual(),
          item.studentized(),
          item.leverage(),
          item.slopeWithout(),
          item.pearsonWithout(),
          item.outlier(),
          String.join("; ", item.reasons()));
    }
    return table;
  }
}

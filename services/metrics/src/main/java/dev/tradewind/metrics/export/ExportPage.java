package dev.tradewind.metrics.export;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tradewind.metrics.answer.CsvTable;
import dev.tradewind.metrics.answer.SdmxTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sums of exports with what must be known to read them. */
@RegisterForReflection
@Schema(name = "MetricsExportPage")
@JsonPropertyOrder({
  "items",
  "next",
  "sector",
  "window",
  "currency",
  "coveredProducts",
  "partial",
  "labels",
  "applySeq",
  "reason"
})
record ExportPage(
    List<ExportItem> items,
    @Nullable String next,
    String sector,
    String window,
    String currency,
    @Schema(description = "how many products the facts cover at all") int coveredProducts,
    @Schema(examples = "of 2 covered products") @Nullable String partial,
    @Schema(description = "what the data are, if not official") List<String> labels,
    long applySeq,
    @Schema(description = "why items is empty") @Nullable String reason) {

  CsvTable csv() {
    CsvTable table =
        new CsvTable(
            List.of(
                "period",
                "region",
                "regionName",
                "partner",
                "partnerName",
                "product",
                "sector",
                "currency",
                "value",
                "quantity",
                "unit",
                "status"));
    for (ExportItem item : items) {
      table.row(
          item.period(),
          item.region(),
          item.regionName(),
          item.partner(),
          item.partnerName(),
          item.product(),
          item.sector(),
          item.currency(),
          item.value(),
          item.quantity(),
          item.unit(),
          item.status());
    }
    return table;
  }

  /** As observations. */
  CsvTable sdmx() {
    SdmxTable table = new SdmxTable();
    for (ExportItem item : items) {
      table.row(
          item.region(),
          item.partner(),
          item.product() == null ? item.sector() : item.product(),
          item.period(),
          item.value(),
          item.status(),
          item.currency(),
          window);
    }
    return table.table();
  }
}

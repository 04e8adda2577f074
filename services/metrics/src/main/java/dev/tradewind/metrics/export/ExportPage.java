package dev.tradewind.metrics.export;

import dev.tradewind.metrics.answer.Column;
import dev.tradewind.metrics.answer.CsvTable;
import dev.tradewind.metrics.answer.SdmxTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sums of exports with what must be known to read them. */
@RegisterForReflection
@Schema(name = "MetricsExportPage")
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
  private static final List<Column<ExportItem>> COLUMNS =
      List.of(
          new Column<>("period", ExportItem::period),
          new Column<>("region", ExportItem::region),
          new Column<>("regionName", ExportItem::regionName),
          new Column<>("partner", ExportItem::partner),
          new Column<>("partnerName", ExportItem::partnerName),
          new Column<>("product", ExportItem::product),
          new Column<>("sector", ExportItem::sector),
          new Column<>("currency", ExportItem::currency),
          new Column<>("value", ExportItem::value),
          new Column<>("quantity", ExportItem::quantity),
          new Column<>("unit", ExportItem::unit),
          new Column<>("status", ExportItem::status));

  CsvTable csv() {
    return CsvTable.of(COLUMNS, items);
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

package dev.tradewind.metrics.reference;

import dev.tradewind.metrics.answer.Column;
import dev.tradewind.metrics.answer.CsvTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure of the nation as reported, beside the sum of the regions. */
@RegisterForReflection
@Schema(name = "MetricsReference")
record ReferenceItem(
    @Schema(examples = "2025-07") String period,
    @Schema(examples = "USA") String partner,
    String partnerName,
    @Schema(description = "an HS code, or TOTAL", examples = "TOTAL") String product,
    @Schema(examples = "USD") String currency,
    @Schema(description = "by the source, for the nation as a whole") String reported,
    @Schema(description = "the sum of the regions; null if nothing of them is known")
        @Nullable String computed,
    @Schema(description = "computed − reported") @Nullable String difference,
    @Schema(description = "computed / reported", examples = "0.998731") @Nullable BigDecimal ratio,
    @Schema(
            description = "ok only where the regions cover what was reported",
            enumeration = {"hole", "not-comparable", "provisional", "ok"})
        String status,
    List<String> reasons) {
  private static final List<Column<ReferenceItem>> COLUMNS =
      List.of(
          new Column<>("period", ReferenceItem::period),
          new Column<>("partner", ReferenceItem::partner),
          new Column<>("partnerName", ReferenceItem::partnerName),
          new Column<>("product", ReferenceItem::product),
          new Column<>("currency", ReferenceItem::currency),
          new Column<>("reported", ReferenceItem::reported),
          new Column<>("computed", ReferenceItem::computed),
          new Column<>("difference", ReferenceItem::difference),
          new Column<>("ratio", ReferenceItem::ratio),
          new Column<>("status", ReferenceItem::status),
          new Column<>("reasons", ReferenceItem::reasons));

  static CsvTable csv(List<ReferenceItem> items) {
    return CsvTable.of(COLUMNS, items);
  }
}

package dev.tradewind.metrics.reference;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tradewind.metrics.answer.CsvTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure of the nation as reported, beside the sum of the regions. */
@RegisterForReflection
@Schema(name = "MetricsReference")
@JsonPropertyOrder({
  "period",
  "partner",
  "partnerName",
  "product",
  "currency",
  "reported",
  "computed",
  "difference",
  "ratio",
  "status",
  "reasons"
})
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
  static CsvTable csv(List<ReferenceItem> items) {
    CsvTable table =
        new CsvTable(
            List.of(
                "period",
                "partner",
                "partnerName",
                "product",
                "currency",
                "reported",
                "computed",
                "difference",
                "ratio",
                "status",
                "reasons"));
    for (ReferenceItem item : items) {
      table.row(
          item.period,
          item.partner,
          item.partnerName,
          item.product,
          item.currency,
          item.reported,
          item.computed,
          item.difference,
          item.ratio,
          item.status,
          String.join("; ", item.reasons));
    }
    return table;
  }
}

package dev.tradewind.metrics.shift;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tradewind.metrics.answer.CsvTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Flows that shifted, with what was compared and what could not be. */
@RegisterForReflection
@Schema(name = "MetricsShiftPage")
@JsonPropertyOrder({
  "items",
  "next",
  "period",
  "window",
  "level",
  "currency",
  "comparedGroups",
  "excludedGroups",
  "excluded",
  "labels",
  "applySeq",
  "reason"
})
public record ShiftPage(
    List<ShiftItem> items,
    @Nullable String next,
    @Schema(examples = "2025-07") @Nullable String period,
    String window,
    @Schema(examples = "6") String level,
    String currency,
    @Schema(description = "product groups that both windows cover alike") int comparedGroups,
    @Schema(description = "product groups left out because they do not") int excludedGroups,
    @Schema(description = "some of them, with the reason") List<String> excluded,
    @Schema(description = "what the data are, if not official") List<String> labels,
    long applySeq,
    @Schema(description = "why items is empty") @Nullable String reason) {

  CsvTable csv() {
    CsvTable table =
        new CsvTable(
            List.of(
                "rank",
                "region",
                "regionName",
                "product",
                "partner",
                "partnerName",
                "period",
                "window",
                "currency",
                "value",
                "baseValue",
                "change",
                "fold",
                "kind",
                "status",
                "reasons"));
    for (ShiftItem item : items) {
      table.row(
          item.rank(),
          item.region(),
          item.regionName(),
          item.product(),
          item.partner(),
          item.partnerName(),
          item.period(),
          item.window(),
          item.currency(),
          item.value(),
          item.baseValue(),
          item.change(),
          item.fold(),
          item.kind(),
          item.status(),
          String.join("; ", item.reasons()));
    }
    return table;
  }
}

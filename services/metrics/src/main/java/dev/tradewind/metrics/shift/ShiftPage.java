package dev.tradewind.metrics.shift;

import dev.tradewind.metrics.answer.Column;
import dev.tradewind.metrics.answer.CsvTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Flows that shifted, with what was compared and what could not be. */
@RegisterForReflection
@Schema(name = "MetricsShiftPage")
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
  private static final List<Column<ShiftItem>> COLUMNS =
      List.of(
          new Column<>("rank", ShiftItem::rank),
          new Column<>("region", ShiftItem::region),
          new Column<>("regionName", ShiftItem::regionName),
          new Column<>("product", ShiftItem::product),
          new Column<>("partner", ShiftItem::partner),
          new Column<>("partnerName", ShiftItem::partnerName),
          new Column<>("period", ShiftItem::period),
          new Column<>("window", ShiftItem::window),
          new Column<>("currency", ShiftItem::currency),
          new Column<>("value", ShiftItem::value),
          new Column<>("baseValue", ShiftItem::baseValue),
          new Column<>("change", ShiftItem::change),
          new Column<>("fold", ShiftItem::fold),
          new Column<>("kind", ShiftItem::kind),
          new Column<>("status", ShiftItem::status),
          new Column<>("reasons", ShiftItem::reasons));

  CsvTable csv() {
    return CsvTable.of(COLUMNS, items);
  }
}

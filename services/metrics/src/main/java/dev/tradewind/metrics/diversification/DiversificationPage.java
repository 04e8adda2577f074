package dev.tradewind.metrics.diversification;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tradewind.metrics.answer.CsvTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Rows by region and sector. */
@RegisterForReflection
@Schema(name = "MetricsDiversificationPage")
@JsonPropertyOrder({
  "items",
  "next",
  "period",
  "window",
  "partner",
  "currency",
  "partial",
  "labels",
  "applySeq",
  "reason"
})
public record DiversificationPage(
    List<DiversificationItem> items,
    @Nullable String next,
    @Schema(examples = "2025-07") @Nullable String period,
    String window,
    String partner,
    String currency,
    @Schema(description = "sectors whose totals do not cover all trade, and how far they do")
        List<String> partial,
    @Schema(description = "what the data are, if not official") List<String> labels,
    long applySeq,
    @Schema(description = "why items is empty") @Nullable String reason) {

  private static final List<String> HEADER =
      List.of(
          "region",
          "regionName",
          "partner",
          "sector",
          "period",
          "window",
          "currency",
          "value",
          "baseValue",
          "change",
          "restValue",
          "restBaseValue",
          "restChange",
          "offset",
          "offsetClass",
          "hhi",
          "hhiChange",
          "markets",
          "marketsChange",
          "gains",
          "possibleRerouting",
          "rerouting",
          "status",
          "reasons");

  CsvTable csv() {
    CsvTable table = new CsvTable(HEADER);
    for (DiversificationItem item : items) {
      table.row(
          item.region(),
          item.regionName(),
          item.partner(),
          item.sector(),
          item.period(),
          item.window(),
          item.currency(),
          item.value(),
          item.baseValue(),
          item.change(),
          item.restValue(),
          item.restBaseValue(),
          item.restChange(),
          item.offset(),
          item.offsetClass(),
          item.hhi(),
          item.hhiChange(),
          item.markets(),
          item.marketsChange(),
          item.gains().stream()
              .map(gain -> gain.partner() + " " + gain.change())
              .collect(Collectors.joining("; ")),
          item.possibleRerouting(),
          item.rerouting().stream()
              .map(hub -> hub.hub() + " " + hub.overlap())
              .collect(Collectors.joining("; ")),
          item.status(),
          String.join("; ", item.reasons()));
    }
    return table;
  }
}

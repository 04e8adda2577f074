package dev.tradewind.metrics.diversification;

import dev.tradewind.metrics.answer.Column;
import dev.tradewind.metrics.answer.CsvTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Rows by region and sector. */
@RegisterForReflection
@Schema(name = "MetricsDiversificationPage")
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

  private static final List<Column<DiversificationItem>> COLUMNS =
      List.of(
          new Column<>("region", DiversificationItem::region),
          new Column<>("regionName", DiversificationItem::regionName),
          new Column<>("partner", DiversificationItem::partner),
          new Column<>("sector", DiversificationItem::sector),
          new Column<>("period", DiversificationItem::period),
          new Column<>("window", DiversificationItem::window),
          new Column<>("currency", DiversificationItem::currency),
          new Column<>("value", DiversificationItem::value),
          new Column<>("baseValue", DiversificationItem::baseValue),
          new Column<>("change", DiversificationItem::change),
          new Column<>("restValue", DiversificationItem::restValue),
          new Column<>("restBaseValue", DiversificationItem::restBaseValue),
          new Column<>("restChange", DiversificationItem::restChange),
          new Column<>("offset", DiversificationItem::offset),
          new Column<>("offsetClass", DiversificationItem::offsetClass),
          new Column<>("hhi", DiversificationItem::hhi),
          new Column<>("hhiChange", DiversificationItem::hhiChange),
          new Column<>("markets", DiversificationItem::markets),
          new Column<>("marketsChange", DiversificationItem::marketsChange),
          new Column<>(
              "gains",
              item ->
                  item.gains().stream().map(gain -> gain.partner() + " " + gain.change()).toList()),
          new Column<>("possibleRerouting", DiversificationItem::possibleRerouting),
          new Column<>(
              "rerouting",
              item ->
                  item.rerouting().stream().map(hub -> hub.hub() + " " + hub.overlap()).toList()),
          new Column<>("status", DiversificationItem::status),
          new Column<>("reasons", DiversificationItem::reasons));

  CsvTable csv() {
    return CsvTable.of(COLUMNS, items);
  }
}

package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.answer.Column;
import dev.tradewind.metrics.answer.CsvTable;
import dev.tradewind.metrics.answer.SdmxTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A table of indicators with what must be known to read it. */
@RegisterForReflection
@Schema(name = "MetricsIndicatorPage")
public record IndicatorPage(
    List<IndicatorItem> items,
    @Nullable String next,
    @Schema(examples = "2025-07") @Nullable String period,
    @Schema(description = "latest covered period") @Nullable String newestPeriod,
    String window,
    String partner,
    String sector,
    String currency,
    int coveredProducts,
    @Schema(
            description = "what to say of a total that does not cover all trade",
            examples = "of 2 covered products")
        @Nullable String partial,
    @Schema(description = "what the data are, if not official") List<String> labels,
    long applySeq,
    @Schema(description = "why items is empty") @Nullable String reason) {

  private static final List<Column<IndicatorItem>> COLUMNS =
      List.of(
          new Column<>("region", IndicatorItem::region),
          new Column<>("regionName", IndicatorItem::regionName),
          new Column<>("partner", IndicatorItem::partner),
          new Column<>("sector", IndicatorItem::sector),
          new Column<>("period", IndicatorItem::period),
          new Column<>("window", IndicatorItem::window),
          new Column<>("currency", IndicatorItem::currency),
          new Column<>("value", IndicatorItem::value),
          new Column<>("baseValue", IndicatorItem::baseValue),
          new Column<>("change", IndicatorItem::change),
          new Column<>("yoy", IndicatorItem::yoy),
          new Column<>("share", IndicatorItem::share),
          new Column<>("shareChange", IndicatorItem::shareChange),
          new Column<>("rank", IndicatorItem::rank),
          new Column<>("exposure", IndicatorItem::exposure),
          new Column<>("exposureChange", IndicatorItem::exposureChange),
          new Column<>("contribution", IndicatorItem::contribution),
          new Column<>("status", IndicatorItem::status),
          new Column<>("reasons", IndicatorItem::reasons));

  /**
   * As a table.
   *
   * @param more the fields that were asked for besides
   */
  CsvTable csv(List<String> more) {
    List<Column<IndicatorItem>> columns = new ArrayList<>(COLUMNS);
    more.forEach(field -> columns.add(new Column<>(field, item -> item.more().get(field))));
    return CsvTable.of(columns, items);
  }

  /** Values as observations; an SDMX observation has one measure. */
  CsvTable sdmx() {
    SdmxTable table = new SdmxTable();
    for (IndicatorItem item : items) {
      table.row(
          item.region(),
          item.partner(),
          item.sector().equals("all") ? null : item.sector(),
          item.period(),
          item.value(),
          item.status(),
          item.currency(),
          item.window());
    }
    return table.table();
  }
}

package dev.tradewind.metrics.indicator;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tradewind.metrics.answer.CsvTable;
import dev.tradewind.metrics.answer.SdmxTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A table of indicators with what must be known to read it. */
@RegisterForReflection
@Schema(name = "MetricsIndicatorPage")
@JsonPropertyOrder({
  "items",
  "next",
  "period",
  "newestPeriod",
  "window",
  "partner",
  "sector",
  "currency",
  "coveredProducts",
  "partial",
  "labels",
  "applySeq",
  "reason"
})
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
          "yoy",
          "share",
          "shareChange",
          "rank",
          "exposure",
          "exposureChange",
          "contribution",
          "status",
          "reasons");

  /**
   * As a table.
   *
   * @param more the fields that were asked for besides
   */
  CsvTable csv(List<String> more) {
    List<String> header = new ArrayList<>(HEADER);
    header.addAll(more);
    CsvTable table = new CsvTable(header);
    for (IndicatorItem item : items) {
      List<@Nullable Object> row = new ArrayList<>(usual(item));
      more.forEach(field -> row.add(text(item.more().get(field))));
      table.row(row.toArray());
    }
    return table;
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

  private static List<@Nullable Object> usual(IndicatorItem item) {
    return Arrays.asList(
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
        item.yoy(),
        item.share(),
        item.shareChange(),
        item.rank(),
        item.exposure(),
        item.exposureChange(),
        item.contribution(),
        item.status(),
        String.join("; ", item.reasons()));
  }

  private static @Nullable Object text(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining("; "))
        : value;
  }
}

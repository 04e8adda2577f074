package dev.tradewind.metrics.event;

import dev.tradewind.metrics.answer.CsvTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The timeline, in order. */
@RegisterForReflection
@Schema(name = "MetricsEventPage")
record EventPage(
    List<EventItem> items,
    @Nullable String next,
    @Schema(description = "why items is empty") @Nullable String reason) {

  CsvTable csv() {
    CsvTable table =
        new CsvTable(
            List.of(
                "id",
                "date",
                "endDate",
                "period",
                "endPeriod",
                "titleEn",
                "titleZh",
                "kind",
                "source"));
    for (EventItem item : items) {
      table.row(
          item.id(),
          item.date(),
          item.endDate(),
          item.period(),
          item.endPeriod(),
          item.titleEn(),
          item.titleZh(),
          item.kind(),
          item.source());
    }
    return table;
  }
}

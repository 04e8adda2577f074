package dev.tradewind.metrics.event;

import dev.tradewind.metrics.answer.Column;
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
  private static final List<Column<EventItem>> COLUMNS =
      List.of(
          new Column<>("id", EventItem::id),
          new Column<>("date", EventItem::date),
          new Column<>("endDate", EventItem::endDate),
          new Column<>("period", EventItem::period),
          new Column<>("endPeriod", EventItem::endPeriod),
          new Column<>("titleEn", EventItem::titleEn),
          new Column<>("titleZh", EventItem::titleZh),
          new Column<>("kind", EventItem::kind),
          new Column<>("source", EventItem::source));

  CsvTable csv() {
    return CsvTable.of(COLUMNS, items);
  }
}

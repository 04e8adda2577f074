package dev.tradewind.metrics.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event as the API shows it; its periods are the keys of every monthly series. */
@RegisterForReflection
@Schema(name = "MetricsEvent")
public record EventItem(
    @Schema(examples = "2025-05-12-geneva-truce") String id,
    @Schema(examples = "2025-05-12") String date,
    @Schema(examples = "2025-08-12") @Nullable String endDate,
    @Schema(description = "month of date", examples = "2025-05") String period,
    @Schema(description = "month of the last day", examples = "2025-08") String endPeriod,
    String titleEn,
    String titleZh,
    @Schema(
            enumeration = {
              "tariff",
              "de-minimis",
              "truce",
              "export-control",
              "talks",
              "order",
              "other"
            })
        String kind,
    String source) {

  /** Of an event. */
  public static EventItem of(PolicyEvent event) {
    LocalDate last = event.endDate() == null ? event.date() : event.endDate();
    return new EventItem(
        event.id(),
        event.date().toString(),
        event.endDate() == null ? null : event.endDate().toString(),
        YearMonth.from(event.date()).toString(),
        YearMonth.from(last).toString(),
        event.titleEn(),
        event.titleZh(),
        event.kind(),
        event.source());
  }
}

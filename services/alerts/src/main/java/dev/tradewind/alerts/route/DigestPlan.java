package dev.tradewind.alerts.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradewind.contracts.code.Sector;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A digest: the state of things in short, on a day of the week or with every release.
 *
 * @param name of the digest
 * @param receivers names of channels
 * @param weekday on which it is sent; null for with every release
 * @param at the time of day; 09:00 if absent
 * @param timeZone whose clock; Asia/Shanghai if absent
 * @param partner whose trade it tells of; USA if absent
 * @param sector of goods; all if absent
 * @param window of months; ytd if absent
 * @param currency USD if absent
 */
@Schema(name = "Digest", description = "The state of things in short, weekly or per release.")
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record DigestPlan(
    @Schema(examples = "weekly") String name,
    @Schema(examples = "[\"default\"]") List<String> receivers,
    @Schema(examples = "MONDAY") @Nullable DayOfWeek weekday,
    @Schema(type = SchemaType.STRING, examples = "09:00") LocalTime at,
    @Schema(type = SchemaType.STRING, examples = "Asia/Shanghai") ZoneId timeZone,
    @Schema(examples = "USA") String partner,
    @Schema(examples = "all") String sector,
    @Schema(examples = "ytd") String window,
    @Schema(examples = "USD") String currency) {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Fills in what is absent. */
  public DigestPlan {
    receivers = receivers == null ? List.of() : List.copyOf(receivers);
    at = at == null ? LocalTime.of(9, 0) : at;
    timeZone = timeZone == null ? CHINA : timeZone;
    partner = partner == null ? "USA" : partner;
    sector = sector == null ? Sector.ALL : sector;
    window = window == null ? "ytd" : window;
    currency = currency == null ? "USD" : currency;
  }

  /** The latest moment not after that one at which it is to be sent; null with releases. */
  public @Nullable ZonedDateTime lastSlot(Instant now) {
    if (weekday == null) {
      return null;
    }
    ZonedDateTime there = now.atZone(timeZone);
    ZonedDateTime slot =
        there
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(weekday))
            .atTime(at)
            .atZone(timeZone);
    return slot.toInstant().isAfter(now) ? slot.minusWeeks(1) : slot;
  }
}

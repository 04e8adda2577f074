package dev.tradewind.alerts.route;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A time of day on some days of the week.
 *
 * @param name by which routes refer to it
 * @param timeZone whose clock it goes by
 * @param weekdays on which it begins; all if empty
 * @param from included
 * @param to excluded; not after {@code from} means on the next day
 */
@Schema(name = "TimeInterval", description = "A time of day on some days of the week.")
@RegisterForReflection
public record TimeInterval(
    @Schema(examples = "night") String name,
    @Schema(type = SchemaType.STRING, examples = "Asia/Shanghai") ZoneId timeZone,
    @Schema(description = "Empty for every day.") Set<DayOfWeek> weekdays,
    @Schema(type = SchemaType.STRING, examples = "22:00") LocalTime from,
    @Schema(type = SchemaType.STRING, examples = "07:00") LocalTime to) {
  private static final int DAYS_AHEAD = 9;

  /** Copies. */
  public TimeInterval {
    weekdays =
        weekdays == null || weekdays.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(weekdays));
  }

  /** Whether it lasts then. */
  public boolean contains(Instant instant) {
    ZonedDateTime there = instant.atZone(timeZone);
    LocalDate day = there.toLocalDate();
    LocalTime time = there.toLocalTime();
    if (from.isBefore(to)) {
      return on(day) && !time.isBefore(from) && time.isBefore(to);
    }
    return (on(day) && !time.isBefore(from)) || (on(day.minusDays(1)) && time.isBefore(to));
  }

  /** The moments of the next days at which it may begin or end. */
  Stream<Instant> edges(Instant after) {
    LocalDate today = after.atZone(timeZone).toLocalDate();
    return Stream.iterate(today, day -> day.plusDays(1))
        .limit(DAYS_AHEAD)
        .flatMap(day -> Stream.of(day.atTime(from), day.atTime(to)))
        .map(edge -> edge.atZone(timeZone).toInstant())
        .filter(edge -> edge.isAfter(after));
  }

  private boolean on(LocalDate day) {
    return weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek());
  }

  /** Those of the names. */
  static List<TimeInterval> named(List<TimeInterval> all, List<String> names) {
    return all.stream().filter(interval -> names.contains(interval.name())).toList();
  }
}

package dev.tradewind.metrics.answer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** An earlier state that is asked for. */
public sealed interface AsOf {
  /** The name of the parameter. */
  String PARAMETER = "asOf";

  /** Nothing was accepted earlier. */
  int FIRST_YEAR = 1900;

  /** Nothing will be accepted later. */
  int LAST_YEAR = 2999;

  /** After everything that was accepted by then, and before everything later. */
  record Moment(Instant instant) implements AsOf {}

  /** After that submission, and before every later vintage. */
  record Vintage(UUID submission) implements AsOf {}

  /** From an instant, a date, which means the end of that day in UTC, or a submission's id. */
  static AsOf parse(String text) {
    try {
      return new Vintage(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return new Moment(instant(text));
    }
  }

  private static Instant instant(String text) {
    try {
      OffsetDateTime moment =
          text.length() == "2025-08-20".length()
              ? LocalDate.parse(text).atTime(LocalTime.MAX).atOffset(ZoneOffset.UTC)
              : OffsetDateTime.parse(text);
      if (moment.getYear() < FIRST_YEAR || moment.getYear() > LAST_YEAR) {
        throw new DateTimeException("out of range");
      }
      return moment.toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw Question.bad(
          PARAMETER,
          "'"
              + text
              + "' is neither an instant such as 2025-08-20T09:00:00Z, a date such as 2025-08-20,"
              + " nor the id of a submission.");
    }
  }
}

package dev.tradewind.alerts.outbound;

import dev.tradewind.alerts.notification.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver answered.
 *
 * @param status of HTTP
 * @param retryAfter the header: seconds, or a date
 * @param body the beginning of the body
 */
public record Answer(int status, @Nullable String retryAfter, String body) {
  private static final Duration DEFAULT_HUSH = Duration.ofSeconds(30);
  private static final Pattern NOT_PLAIN = Pattern.compile("[^\\x20-\\x7e]+");
  private static final int LONGEST_DETAIL = 80;

  /** What follows from the status. */
  public Outcome outcome(Instant now) {
    if (status >= 200 && status < 300) {
      return new Outcome.Delivered(null);
    }
    if (status == 429) {
      return postponed(now);
    }
    // 408 and 425 ask for the same request again.
    if (status >= 500 || status == 408 || status == 425) {
      return new Outcome.Postponed(null, false, detail());
    }
    return new Outcome.Refused(
        status >= 300 && status < 400 ? detail() + ", redirects are not followed" : detail());
  }

  /** Not now, and for how long it asked. */
  public Outcome postponed(Instant now) {
    return new Outcome.Postponed(hush(now), false, detail());
  }

  /** The status and the receiver's word. */
  public String detail() {
    // Its word for it; anything longer is a page of somebody else.
    String said =
        NOT_PLAIN
            .matcher(body.substring(0, Math.min(body.length(), LONGEST_DETAIL)))
            .replaceAll(" ")
            .strip();
    return "HTTP " + status + (said.isEmpty() ? "" : ": " + said);
  }

  private Duration hush(Instant now) {
    if (retryAfter == null) {
      return DEFAULT_HUSH;
    }
    String text = retryAfter.strip();
    if (text.matches("\\d{1,6}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    } catch (DateTimeParseException e) {
      return DEFAULT_HUSH;
    }
  }
}

package dev.tradewind.alerts.notification;

import dev.tradewind.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are asked for; null for any.
 *
 * @param state of the message
 * @param kind of the message
 * @param channel its name
 * @param period of the group
 * @param group the beginning of the group's key
 */
record NotificationFilter(
    @Nullable String state,
    @Nullable String kind,
    @Nullable String channel,
    @Nullable String period,
    @Nullable String group) {
  private static final Set<String> STATES =
      Set.of("pending", "sent", "failed", "no-channel", "held", "superseded");
  private static final Set<String> KINDS =
      Set.of("alerts", "all-clear", "overdue", "digest", "test");

  /** Answers 400 to what is not valid. */
  NotificationFilter {
    if (state != null && !STATES.contains(state)) {
      throw Problem.badParameter(
              "state", "use pending, sent, failed, no-channel, held or superseded.")
          .asException();
    }
    if (kind != null && !KINDS.contains(kind)) {
      throw Problem.badParameter("kind", "use alerts, all-clear, overdue, digest or test.")
          .asException();
    }
    if (period != null) {
      try {
        period = YearMonth.parse(period).toString();
      } catch (DateTimeException e) {
        throw Problem.badParameter("period", "use a month such as 2025-08.").asException();
      }
    }
  }
}

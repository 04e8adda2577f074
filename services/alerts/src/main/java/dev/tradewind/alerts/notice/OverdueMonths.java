package dev.tradewind.alerts.notice;

import dev.tradewind.alerts.notification.Announcements;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.route.NoticeRoute;
import dev.tradewind.alerts.route.Routing;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.period.ReleaseCalendar;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Months whose data should have come. */
@ApplicationScoped
public class OverdueMonths {
  private static final int MOST = 12;

  private static final String NEWEST =
      "SELECT max(newest) FROM series WHERE sector = 'all' AND time_window IN ('month', 'ytd')";

  private final ReleaseCalendar calendar;
  private final ZoneId zone;
  private final Announcements announcements;

  OverdueMonths(ReleaseConfig config, Announcements announcements) {
    this.calendar = config.calendar();
    this.zone = config.timeZone();
    this.announcements = announcements;
  }

  /**
   * Announces the latest month that is overdue, if any is: once, naming all before it that are.
   *
   * @return whether there is something new to send
   */
  public boolean announce(Transaction transaction, Routing routing, Instant now) {
    NoticeRoute route = routing.notices().overdue();
    if (route.receivers().isEmpty()) {
      return false;
    }
    List<Notice.Overdue> overdue = of(transaction, now);
    if (overdue.isEmpty()) {
      return false;
    }
    YearMonth latest = overdue.get(overdue.size() - 1).month();
    Notice notice =
        new Notice(
            Notice.Kind.OVERDUE,
            "",
            null,
            latest,
            null,
            List.of(),
            routing.owner().isBlank() ? List.of() : List.of(routing.owner()),
            List.copyOf(overdue));
    return announcements.announce(
        transaction, notice, latest.toString(), route.receivers(), route.timing(), null);
  }

  /** The months that are overdue then, the last twelve at most, oldest first. */
  public List<Notice.Overdue> of(Transaction transaction, Instant now) {
    String newest = transaction.query(NEWEST, Tuple.tuple()).get(0).getString(0);
    return newest == null
        ? List.of()
        : after(YearMonth.parse(newest), calendar, now.atZone(zone).toLocalDate());
  }

  static List<Notice.Overdue> after(YearMonth newest, ReleaseCalendar calendar, LocalDate today) {
    List<Notice.Overdue> overdue = new ArrayList<>();
    YearMonth month = newest.plusMonths(1);
    while (month.isBefore(YearMonth.from(today)) && calendar.overdue(month, today)) {
      overdue.add(new Notice.Overdue(month, calendar.due(month)));
      month = month.plusMonths(1);
    }
    return List.copyOf(overdue.subList(Math.max(0, overdue.size() - MOST), overdue.size()));
  }
}

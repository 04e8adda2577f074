package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.store.Transaction;
import java.time.YearMonth;
import java.util.List;

/** What fires in a series and period, for notices. */
public final class OpenIncidents {
  private OpenIncidents() {}

  /** The incidents that fire, worst first. */
  public static List<Member> firing(Transaction transaction, Series series, YearMonth period) {
    return Candidates.of(transaction, series, period).all().stream()
        .map(Candidate::member)
        .filter(member -> member.finding() == Finding.FIRING)
        .sorted(Member.WORST_FIRST)
        .toList();
  }
}

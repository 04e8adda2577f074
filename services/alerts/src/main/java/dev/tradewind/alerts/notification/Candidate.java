package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.matching.Labels;
import dev.tradewind.contracts.code.Region;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An incident that may be told, before anything is decided about it.
 *
 * @param member the incident
 * @param labels what routes, inhibitions and silences see of it
 * @param receivers channels that its rule names; empty if routing decides
 * @param owner who answers for its rule; may be empty
 */
record Candidate(Member member, Map<String, String> labels, List<String> receivers, String owner) {
  Candidate {
    labels = Map.copyOf(labels);
    receivers = List.copyOf(receivers);
  }

  /** With the built-in labels, which a rule's own cannot replace. */
  static Candidate of(
      Series series,
      YearMonth period,
      Member member,
      Map<String, String> own,
      List<String> receivers,
      String owner) {
    Map<String, String> labels = new HashMap<>(own);
    labels.put(Labels.RULE, member.rule());
    labels.put(Labels.REGION, member.region());
    labels.put(Labels.LEVEL, member.region().equals(Region.NATION) ? "nation" : "province");
    labels.put(Labels.PARTNER, series.partner());
    labels.put(Labels.SECTOR, series.sector());
    labels.put(Labels.WINDOW, series.window().id());
    labels.put(Labels.CURRENCY, series.currency());
    labels.put(Labels.SEVERITY, member.severity().id());
    labels.put(Labels.INDICATOR, member.indicator());
    labels.put(Labels.PERIOD, period.toString());
    labels.put(Labels.OWNER, owner);
    return new Candidate(member, labels, receivers, owner);
  }

  long id() {
    return member.incident();
  }
}

package dev.tradewind.alerts.indicator;

import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.message.IndicatorEvent.PolicyEvent;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;

/** The policy timeline, as the newest close tells it. */
public final class PolicyEvents {
  private static final String INSERT =
      """
      INSERT INTO policy_event (id, date, end_date, title_en, title_zh, kind, source)
      VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING
      """;

  private static final String BETWEEN =
      """
      SELECT id, date, end_date, title_en, title_zh, kind, source FROM policy_event
      WHERE date <= $2 AND coalesce(end_date, date) >= $1 ORDER BY date, id
      """;

  private PolicyEvents() {}

  /** Takes in what a close says. */
  public static void store(Transaction transaction, SubmissionApplied close) {
    if (!ReferenceStamp.advance(transaction, "timeline", close, close.timeline().isEmpty())) {
      return;
    }
    transaction.update("DELETE FROM policy_event", Tuple.tuple());
    transaction.batch(
        INSERT,
        close.timeline().stream()
            .map(
                event ->
                    Tuple.tuple()
                        .addString(event.id())
                        .addLocalDate(event.date())
                        .addLocalDate(event.endDate())
                        .addString(event.titleEn())
                        .addString(event.titleZh())
                        .addString(event.kind())
                        .addString(event.source()))
            .toList());
  }

  /** Those that lie, in part at least, between two days, both included; by day. */
  public static List<PolicyEvent> between(
      Transaction transaction, LocalDate first, LocalDate last) {
    return transaction.query(BETWEEN, Tuple.of(first, last)).stream()
        .map(
            row ->
                new PolicyEvent(
                    row.getString(0),
                    row.getLocalDate(1),
                    row.getLocalDate(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6)))
        .toList();
  }
}

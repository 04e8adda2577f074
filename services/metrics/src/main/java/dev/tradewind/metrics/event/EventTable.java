package dev.tradewind.metrics.event;

import dev.tradewind.metrics.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The events. Every change makes answers that were given before stale. */
public final class EventTable {
  private static final String COLUMNS =
      "SELECT id, first_day, last_day, title_en, title_zh, kind, source FROM policy_event ";

  private EventTable() {}

  /** Those that touch the days from the first to the last, in order. */
  public static List<PolicyEvent> between(Session session, LocalDate from, LocalDate to) {
    return session.list(
        COLUMNS
            + "WHERE first_day <= $2 AND coalesce(last_day, first_day) >= $1"
            + " ORDER BY first_day, id",
        EventTable::event,
        from,
        to);
  }

  /** The same as they stood at an instant. */
  public static List<PolicyEvent> between(
      Session session, LocalDate from, LocalDate to, Instant then) {
    return session.list(
        """
        SELECT id, first_day, last_day, title_en, title_zh, kind, source
        FROM (SELECT *, 'infinity'::timestamptz AS known_to FROM policy_event
              UNION ALL
              SELECT * FROM policy_event_past) AS e
        WHERE first_day <= $2 AND coalesce(last_day, first_day) >= $1
          AND known_from <= $3 AND known_to > $3
        ORDER BY first_day, id
        """,
        EventTable::event,
        from,
        to,
        then.atOffset(ZoneOffset.UTC));
  }

  /** The whole timeline, in order. */
  public static List<PolicyEvent> all(Session session) {
    return session.list(COLUMNS + "ORDER BY first_day, id", EventTable::event);
  }

  static Optional<PolicyEvent> find(Session session, String id) {
    return session.first(COLUMNS + "WHERE id = $1", EventTable::event, id);
  }

  /** Whether there was none of that id. */
  static boolean insert(Session session, PolicyEvent event) {
    return changed(
        session,
        session.run(
            """
            INSERT INTO policy_event (id, first_day, last_day, title_en, title_zh, kind, source)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING
            """,
            event.id(),
            event.date(),
            event.endDate(),
            event.titleEn(),
            event.titleZh(),
            event.kind(),
            event.source()));
  }

  /** Whether there is one of that id. */
  static boolean update(Session session, PolicyEvent event) {
    return changed(
        session,
        session.run(
            """
            UPDATE policy_event
            SET first_day = $2, last_day = $3, title_en = $4, title_zh = $5, kind = $6, source = $7
            WHERE id = $1
            """,
            event.id(),
            event.date(),
            event.endDate(),
            event.titleEn(),
            event.titleZh(),
            event.kind(),
            event.source()));
  }

  /** Whether there was one of that id. */
  static boolean delete(Session session, String id) {
    return changed(session, session.run("DELETE FROM policy_event WHERE id = $1", id));
  }

  private static boolean changed(Session session, int rows) {
    if (rows > 0) {
      session.run("UPDATE merge_state SET catalog_seq = catalog_seq + 1");
    }
    return rows > 0;
  }

  private static PolicyEvent event(Row row) {
    return new PolicyEvent(
        row.getString(0),
        row.getLocalDate(1),
        row.getLocalDate(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6));
  }
}

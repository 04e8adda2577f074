package dev.tradewind.metrics.reading;

import dev.tradewind.metrics.answer.AsOf;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.coverage.CoverageCache;
import dev.tradewind.metrics.coverage.LiveBoxes;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.fact.FactsThen;
import dev.tradewind.metrics.fact.Levels;
import dev.tradewind.metrics.fact.MovedMonths;
import dev.tradewind.metrics.group.GroupCatalog;
import dev.tradewind.metrics.group.Groups;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Opens what questions read. */
@Singleton
public class Readings {
  private record Cut(long vintage, Instant acceptedAt) {}

  private final CoverageCache coverages;
  private final GroupCatalog groups;

  /** With those caches. */
  public Readings(CoverageCache coverages, GroupCatalog groups) {
    this.coverages = coverages;
    this.groups = groups;
  }

  /** The facts of a question's currency, as of what its parameter {@code asOf} says. */
  public Reading open(Session session, Version version, Question question) {
    return open(session, version, question.currency(), question.asOf());
  }

  /**
   * The facts of a currency, by vintage or acceptance, never by the time of merging.
   *
   * @throws dev.tradewind.platform.problem.ProblemException 400 if the submission was never applied
   */
  public Reading open(Session session, Version version, String currency, Optional<AsOf> asOf) {
    Groups known = groups.get(session, version.catalogSeq());
    if (asOf.isEmpty()) {
      return Reading.now(
          session, version, currency, known, coverages.get(session, version, currency));
    }
    Instant instant = instant(session, asOf).orElseThrow();
    return then(session, version, currency, asOf.get(), known.at(instant)).at(instant);
  }

  /** The time that is asked for; of a submission, when it was accepted. */
  public static Optional<Instant> instant(Session session, Optional<AsOf> asOf) {
    return asOf.map(
        one ->
            one instanceof AsOf.Moment moment
                ? moment.instant()
                : cut(session, ((AsOf.Vintage) one).submission()).acceptedAt);
  }

  private Reading then(Session session, Version version, String currency, AsOf asOf, Groups known) {
    String live = live(session, asOf);
    Map<Integer, Boolean> moved = moved(session, currency, live);
    if (moved.isEmpty()) {
      // A copy: what it remembers by the name of a group is of that group as it was.
      Coverage now = new Coverage(coverages.get(session, version, currency).boxes());
      return Reading.now(session, version, currency, known, now);
    }
    MovedMonths months = MovedMonths.of(moved);
    Coverage then = coverages.get(session, version, currency, live);
    Levels levels = Reading.levels(then, live);
    String facts = FactsThen.facts(currency, months, live);
    return new Reading(
        session,
        version,
        currency,
        known,
        then,
        live,
        facts,
        FactsThen.slices(currency, months, facts, levels),
        FactsThen.sliceCells(currency, months, facts, levels),
        FactsThen.reference(currency, months, live),
        levels,
        Optional.empty());
  }

  /** Protocol rule 11. A withdrawal counts from the moment it was asked for. */
  private static String live(Session session, AsOf asOf) {
    if (asOf instanceof AsOf.Moment moment) {
      return "(s.applied_at IS NOT NULL AND s.accepted_at <= %1$s AND %2$s)"
          .formatted(literal(moment.instant()), notWithdrawn(moment.instant()));
    }
    Cut cut = cut(session, ((AsOf.Vintage) asOf).submission());
    return "(s.applied_at IS NOT NULL AND s.vintage <= %d AND %s)"
        .formatted(cut.vintage, notWithdrawn(cut.acceptedAt));
  }

  /**
   * Which merges had been asked for by then, a condition on {@code outbox o} and its {@code
   * submission s}.
   */
  public static String told(Session session, AsOf asOf) {
    if (asOf instanceof AsOf.Moment moment) {
      return told("s.accepted_at <= " + literal(moment.instant()), moment.instant());
    }
    Cut cut = cut(session, ((AsOf.Vintage) asOf).submission());
    return told("s.vintage <= " + cut.vintage, cut.acceptedAt);
  }

  private static String told(String published, Instant at) {
    return "(CASE o.cause WHEN 'withdrawn' THEN s.withdrawn_at <= %s ELSE %s END)"
        .formatted(literal(at), published);
  }

  private static Cut cut(Session session, UUID submission) {
    return session
        .first(
            """
            SELECT vintage, accepted_at FROM submission
            WHERE id = $1 AND applied_at IS NOT NULL AND accepted_at IS NOT NULL
            """,
            row -> new Cut(row.getLong(0), row.getOffsetDateTime(1).toInstant()),
            submission)
        .orElseThrow(
            () ->
                Question.bad(AsOf.PARAMETER, "no submission " + submission + " was ever applied."));
  }

  /**
   * Months in which another set of submissions counted than does now, and whether any counted then:
   * if none did, there is nothing to derive.
   */
  private static Map<Integer, Boolean> moved(Session session, String currency, String live) {
    Map<Integer, Boolean> moved = new TreeMap<>();
    for (Row row :
        session.rows(
            """
            SELECT m.period, bool_or(%2$s)
            FROM submission s JOIN box b ON b.submission_no = s.no,
                 LATERAL unnest(b.months || b.listed_only) AS m (period)
            WHERE s.currency = $1 AND s.applied_at IS NOT NULL
            GROUP BY m.period
            HAVING bool_or((%1$s) IS DISTINCT FROM (%2$s))
            """
                .formatted(LiveBoxes.LIVE, live),
            currency)) {
      moved.put(row.getInteger(0), row.getBoolean(1));
    }
    return moved;
  }

  private static String notWithdrawn(Instant at) {
    return "(s.withdrawn_at IS NULL OR s.withdrawn_at > " + literal(at) + ")";
  }

  /** Digits and signs only: what an instant prints cannot end a literal. */
  private static String literal(Instant instant) {
    return "timestamptz '" + instant + "'";
  }
}

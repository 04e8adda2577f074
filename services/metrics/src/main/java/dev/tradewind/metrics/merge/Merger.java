package dev.tradewind.metrics.merge;

import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.IndicatorEvent.Newest;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.coverage.LiveBoxes;
import dev.tradewind.metrics.database.Database;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.epoch.MergeState;
import dev.tradewind.metrics.fact.Levels;
import dev.tradewind.metrics.group.RegionOrder;
import dev.tradewind.metrics.outbox.Outbox;
import dev.tradewind.metrics.outbox.Outbox.Cause;
import dev.tradewind.metrics.submission.KnownSubmission;
import dev.tradewind.metrics.submission.Readiness;
import dev.tradewind.platform.tracing.SubmissionTrace;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Merges one submission, or takes one back, in one transaction under one lock: facts, revisions,
 * sums, and what is to be told (protocol rules 9 to 12). Readers see all of it or nothing.
 */
@Singleton
class Merger {
  private static final Logger LOG = Logger.getLogger(Merger.class);

  private final Database database;
  private final LiveBoxes liveBoxes;
  private final Watched configured;
  private final long lowBase;
  private final Timer timer;
  private final SubmissionTrace trace;
  private boolean announced;

  @Inject
  Merger(
      Database database,
      LiveBoxes liveBoxes,
      MetricsConfig config,
      MeterRegistry meters,
      SubmissionTrace trace) {
    this(database, liveBoxes, Watched.of(config.watched()), config.lowBase(), meters, trace);
  }

  Merger(
      Database database,
      LiveBoxes liveBoxes,
      Watched configured,
      long lowBase,
      MeterRegistry meters,
      SubmissionTrace trace) {
    this.database = database;
    this.liveBoxes = liveBoxes;
    this.configured = configured;
    this.lowBase = lowBase;
    this.trace = trace;
    this.timer =
        Timer.builder("tradewind.merge").description("Time to merge a submission").register(meters);
  }

  /** Applies a submission that is complete, or marks it if what is staged contradicts its event. */
  void apply(int no) {
    timer.record(
        () ->
            database.inTransaction(
                session -> {
                  MergeState state = MergeState.lock(session);
                  KnownSubmission submission = lock(session, no);
                  Optional<Readiness> readiness =
                      Readiness.find(session, no).filter(Readiness::decided);
                  if (readiness.isPresent()) {
                    decide(session, state, submission, readiness.get());
                  }
                  return state;
                }));
  }

  /** Takes a submission back; one that is not applied yet is only closed. */
  void withdraw(int no) {
    timer.record(
        () ->
            database.inTransaction(
                session -> {
                  MergeState state = MergeState.lock(session);
                  KnownSubmission submission = lock(session, no);
                  if (!submission.withdrawn()) {
                    boolean live = submission.state().equals("applied");
                    become(session, no, "withdrawn");
                    trace.run(
                        "withdraw",
                        submission.id(),
                        () -> merge(session, state.next(), submission, live, Cause.WITHDRAWN));
                  }
                  return state;
                }));
  }

  /** After a restore: tells everything once, and speaks from now on (protocol rule 16). */
  void finishCatchUp() {
    database.inTransaction(
        session -> {
          MergeState state = MergeState.lock(session);
          if (state.quiet()) {
            session.run("DELETE FROM catch_up");
            tell(session, state.next().with(state.epoch(), false), watched(session), true);
          }
          return state;
        });
  }

  /**
   * Whether the series of this replica's configuration, or groups and events as they are now, may
   * not have been told yet.
   */
  boolean hasNews() {
    return !announced
        || database.inTransaction(
            session ->
                session.one(
                    """
                    SELECT NOT EXISTS (SELECT FROM announced a, merge_state m
                                       WHERE a.catalog_seq = m.catalog_seq)
                    """,
                    row -> row.getBoolean(0)));
  }

  /**
   * Tells them. What this replica is configured to watch counts from its start on, also for the
   * others: series that were not watched before are told once, all of them, like after a restore.
   */
  void tellNews() {
    database.inTransaction(
        session -> {
          MergeState state = MergeState.lock(session);
          long catalogSeq = Version.read(session).catalogSeq();
          Optional<Announced> known = Announced.read(session);
          Watched before = known.map(Announced::watched).orElse(null);
          Watched watched = announced && before != null ? before : configured;
          Announced news = new Announced(watched, catalogSeq);
          if (!known.equals(Optional.of(news))) {
            news.write(session);
            // While it catches up, everything is told at the end of that.
            if (!state.quiet() && !LiveBoxes.currencies(session).isEmpty()) {
              tell(session, state.next(), watched, !watched.equals(before));
            }
          }
          return state;
        });
    announced = true;
  }

  private Watched watched(Session session) {
    return Announced.read(session).map(Announced::watched).orElse(configured);
  }

  private void tell(Session session, MergeState next, Watched watched, boolean everything) {
    UUID id = UUID.randomUUID();
    Emission emission = new Emission(session, next, id, watched, lowBase);
    if (everything) {
      for (String currency : LiveBoxes.currencies(session)) {
        Coverage coverage = liveBoxes.coverage(session, currency);
        emission.closure(coverage, currency, coverage.months(), sector -> null);
      }
    }
    close(session, next, emission, id, Cause.REBUILD, null, now(), Map.of());
    next.write(session);
    LOG.infof(
        "told everything=%s epoch=%d applySeq=%d events=%d",
        everything, next.epoch(), next.applySeq(), emission.slices().size());
  }

  private void decide(
      Session session, MergeState state, KnownSubmission submission, Readiness readiness) {
    Optional<String> mismatch = readiness.mismatch().or(() -> strays(session, submission));
    if (mismatch.isPresent()) {
      settle(session, submission, "stuck", mismatch.get());
    } else if (vintageTaken(session, submission)) {
      settle(
          session, submission, "refused", "another submission has vintage " + submission.vintage());
    } else {
      if (submission.withdrawn()) {
        remember(session, state.next(), submission);
      } else {
        become(session, submission.no(), "applied");
        trace.run(
            "merge",
            submission.id(),
            () -> merge(session, state.next(), submission, true, Cause.PUBLISHED));
      }
      session.run(
          "DELETE FROM staged_block WHERE submission_no = $1 AND attempt = $2",
          submission.no(),
          submission.attempt());
    }
  }

  /**
   * Keeps what a submission said that was taken back before it could be merged: nothing that counts
   * now changes, but reads as of the time before the withdrawal know it.
   */
  private static void remember(Session session, MergeState next, KnownSubmission submission) {
    Boxes boxes = Boxes.of(session, submission.no(), submission.currency());
    boxes.years().forEach(year -> SliceSums.assign(session, year, boxes.products(year)));
    Claims.add(session, submission.no());
    Claims.retire(session, submission.no());
    applied(session, submission, next, now());
    next.write(session);
    LOG.infof(
        "remembered submission=%s, withdrawn before it was merged: vintage=%d applySeq=%d",
        submission.id(), submission.vintage(), next.applySeq());
  }

  private static void applied(
      Session session, KnownSubmission submission, MergeState next, Instant now) {
    session.run(
        "UPDATE submission SET applied_at = $2, apply_seq = $3 WHERE no = $1",
        submission.no(),
        now.atOffset(ZoneOffset.UTC),
        next.applySeq());
  }

  private static void become(Session session, int no, String state) {
    session.run("UPDATE submission SET state = $2 WHERE no = $1", no, state);
  }

  private void merge(
      Session session, MergeState next, KnownSubmission submission, boolean live, Cause cause) {
    long begin = System.nanoTime();
    Instant now = now();
    Boxes boxes = Boxes.of(session, submission.no(), submission.currency());
    Set<Integer> months = live ? boxes.months() : Set.of();
    if (cause == Cause.PUBLISHED) {
      Claims.add(session, submission.no());
      applied(session, submission, next, now);
    } else if (live) {
      Claims.retire(session, submission.no());
    }
    Coverage after = liveBoxes.coverage(session, submission.currency());
    Set<Integer> counted = boxes.countedMonths(months);
    long cells = 0;
    FactDerivation derivation = new FactDerivation(session, next.applySeq(), submission.vintage());
    Set<Integer> years = new TreeSet<>();
    Levels levels = after.mixesLevels() ? Levels.mixed(LiveBoxes.LIVE) : Levels.UNMIXED;
    for (int month : months) {
      if (years.add(month / 100)) {
        SliceSums.assign(session, month / 100, boxes.products(month / 100));
      }
      Boxes.Bounds bounds = boxes.bounds(month);
      FactDerivation.Changed changed = derivation.derive(bounds);
      cells += changed.cells();
      Set<String> products = bounds.cells().products();
      // Where levels mix, coverage alone can change which codes a sum counts.
      boolean mixed = after.mixesLevels() || products.stream().anyMatch(p -> p.length() < 8);
      Set<String> regions =
          !counted.contains(month)
              ? Set.of()
              : mixed ? Set.copyOf(RegionOrder.CODES) : changed.regions();
      if (!regions.isEmpty()) {
        SliceSums.recompute(
            session,
            submission.currency(),
            month,
            mixed
                ? SliceSums.sectors(session, submission.currency(), month)
                : SliceSums.sectors(session, month / 100, products),
            regions,
            levels);
      }
    }
    long derived = System.nanoTime();
    Emission emission = new Emission(session, next, submission.id(), watched(session), lowBase);
    if (!next.quiet()) {
      emission.closure(after, submission.currency(), counted, boxes::newest);
    }
    close(
        session,
        next,
        emission,
        submission.id(),
        cause,
        submission.vintage(),
        now,
        Map.of(submission.currency(), after));
    next.write(session);
    LOG.infof(
        "merged submission=%s cause=%s vintage=%d applySeq=%d cells=%d events=%d millis=%d"
            + " telling=%d",
        submission.id(),
        cause.id(),
        submission.vintage(),
        next.applySeq(),
        cells,
        emission.slices().size(),
        millis(begin),
        millis(derived));
  }

  /**
   * Stores what is told.
   *
   * @param known what is known in currencies that were looked at already
   */
  private void close(
      Session session,
      MergeState state,
      Emission emission,
      UUID id,
      Cause cause,
      @Nullable Long vintage,
      Instant at,
      Map<String, Coverage> known) {
    List<Newest> newest = new ArrayList<>();
    for (String currency : LiveBoxes.currencies(session)) {
      Coverage coverage = known.get(currency);
      newest.addAll(
          emission.newest(
              coverage != null ? coverage : liveBoxes.coverage(session, currency), currency));
    }
    Outbox.store(
        session,
        emission.slices(),
        new SubmissionApplied(
            IndicatorEvent.SCHEMA_VERSION,
            id,
            state.epoch(),
            state.applySeq(),
            cause.id(),
            vintage,
            at,
            emission.slices().size(),
            newest,
            Emission.timeline(session),
            Emission.groups(session)),
        !state.quiet());
  }

  /** One that was withdrawn stays so; its rows are then nobody's. */
  private static void settle(
      Session session, KnownSubmission submission, String state, String reason) {
    String last = submission.withdrawn() ? submission.state() : state;
    session.run(
        "UPDATE submission SET state = $2, reason = $3 WHERE no = $1",
        submission.no(),
        last,
        reason);
    LOG.errorf(
        "submission=%s vintage=%d is %s and not applied: %s",
        submission.id(), submission.vintage(), last, reason);
  }

  private static Optional<String> strays(Session session, KnownSubmission submission) {
    Boxes boxes = Boxes.of(session, submission.no(), submission.currency());
    Integer attempt = submission.attempt();
    if (attempt == null) {
      return Optional.empty();
    }
    Set<Integer> staged =
        new TreeSet<>(
            session.list(
                "SELECT DISTINCT period FROM staged_block"
                    + " WHERE submission_no = $1 AND attempt = $2",
                row -> row.getInteger(0),
                submission.no(),
                attempt));
    long strays = 0;
    for (int period : staged) {
      strays += FactDerivation.strays(session, submission.no(), attempt, boxes.bounds(period));
    }
    return strays == 0
        ? Optional.empty()
        : Optional.of(strays + " of its rows lie outside what it says it covers");
  }

  private static boolean vintageTaken(Session session, KnownSubmission submission) {
    return session.one(
        """
        SELECT EXISTS (SELECT FROM submission
                       WHERE vintage = $1 AND no <> $2 AND applied_at IS NOT NULL)
        """,
        row -> row.getBoolean(0),
        submission.vintage(),
        submission.no());
  }

  private static KnownSubmission lock(Session session, int no) {
    return session.one(
        "SELECT " + KnownSubmission.COLUMNS + " FROM submission WHERE no = $1 FOR UPDATE",
        KnownSubmission::of,
        no);
  }

  private static long millis(long since) {
    return (System.nanoTime() - since) / 1_000_000;
  }

  /** Microseconds, as the database keeps them. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}

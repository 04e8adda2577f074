package dev.tradewind.metrics.submission;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.contracts.message.SubmissionEvent.Published;
import dev.tradewind.contracts.message.SubmissionEvent.Withdrawn;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.period.PeriodKey;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The table {@code submission}, as staging uses it. */
public final class SubmissionTable {
  /** What is said of a submission when it is first seen. */
  public record FirstSight(UUID id, long vintage, String currency) {}

  private SubmissionTable() {}

  /**
   * Makes sure that each has a row, and locks the rows against being settled until the transaction
   * ends, so that nothing is staged for a submission that is just being applied. Sorted, so that
   * transactions lock in one order.
   */
  public static Map<UUID, KnownSubmission> lock(Session session, Collection<FirstSight> seen) {
    TreeMap<UUID, FirstSight> sorted = new TreeMap<>();
    seen.forEach(sight -> sorted.putIfAbsent(sight.id(), sight));
    UUID[] ids = sorted.keySet().toArray(UUID[]::new);
    session.run(
        """
        INSERT INTO submission (id, vintage, currency)
        SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS s (id, vintage, currency)
        ORDER BY id ON CONFLICT (id) DO NOTHING
        """,
        ids,
        sorted.values().stream().map(FirstSight::vintage).toArray(Long[]::new),
        sorted.values().stream().map(FirstSight::currency).toArray(String[]::new));
    Map<UUID, KnownSubmission> known = new HashMap<>();
    session
        .list(
            "SELECT "
                + KnownSubmission.COLUMNS
                + " FROM submission WHERE id = ANY ($1) ORDER BY id FOR SHARE",
            KnownSubmission::of,
            (Object) ids)
        .forEach(submission -> known.put(submission.id(), submission));
    return known;
  }

  /** Stores what the completion event says. */
  public static void publish(Session session, int no, Published event) {
    TreeMap<Integer, Long> ends = new TreeMap<>(event.endOffsets());
    session.run(
        """
        UPDATE submission
        SET attempt = $2, label = $3, accepted_at = $4, blocks = $5, distinct_keys = $6,
            topic_id = $7, end_partitions = $8, end_offsets = $9, provisional = $10
        WHERE no = $1
        """,
        no,
        event.attempt(),
        event.label(),
        event.acceptedAt().atOffset(ZoneOffset.UTC),
        event.blocks(),
        event.distinctKeys(),
        event.topicId(),
        ends.keySet().toArray(Integer[]::new),
        ends.values().toArray(Long[]::new),
        event.provisional());
    for (CoverageBox box : event.coverage()) {
      session.run(
          """
          INSERT INTO box (submission_no, file, products, months, listed_only, partners, regions,
                           all_partners, all_regions)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
          """,
          no,
          box.file(),
          array(box.products()),
          PeriodKey.array(box.months()),
          PeriodKey.array(box.listedOnly()),
          array(box.partners()),
          array(box.regions()),
          box.allPartners(),
          box.allRegions());
    }
  }

  /** Stores that it was withdrawn; the merge settles it. */
  public static void withdraw(Session session, int no, Withdrawn event) {
    session.run(
        "UPDATE submission SET withdrawn_at = coalesce(withdrawn_at, $2) WHERE no = $1",
        no,
        event.withdrawnAt().atOffset(ZoneOffset.UTC));
  }

  private static String[] array(List<String> list) {
    return list.stream().distinct().sorted().toArray(String[]::new);
  }
}

package dev.tradewind.metrics.submission;

import dev.tradewind.contracts.Topics;
import dev.tradewind.metrics.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Optional;

/**
 * Whether all of a submission is staged (protocol rule 7): the positions have passed its end
 * offsets, all its blocks are there, and they hold as many cells as it says. One that was withdrawn
 * before that is waited for too: what it said counted until then (rule 11).
 *
 * @param no the submission
 * @param reached whether all positions have passed its end offsets
 * @param otherTopic whether its blocks are in a topic that is not the one being read
 * @param expectedBlocks by the event
 * @param stagedBlocks found
 * @param gapless whether the found ones are the first so many
 * @param expectedKeys by the event
 * @param stagedKeys found
 */
public record Readiness(
    int no,
    boolean reached,
    boolean otherTopic,
    int expectedBlocks,
    long stagedBlocks,
    boolean gapless,
    long expectedKeys,
    long stagedKeys) {

  private static final String QUERY =
      """
      SELECT s.no,
             NOT EXISTS (
               SELECT FROM unnest(s.end_partitions, s.end_offsets) AS e (partition, past)
               LEFT JOIN position p
                 ON p.topic = '%1$s' AND p.topic_id = s.topic_id AND p.partition = e.partition
               WHERE p.next IS NULL OR p.next < e.past),
             EXISTS (SELECT FROM position p WHERE p.topic = '%1$s' AND p.topic_id <> s.topic_id),
             s.blocks, b.blocks, b.blocks = 0 OR (b.lowest = 0 AND b.highest = b.blocks - 1),
             s.distinct_keys, b.keys
      FROM submission s,
           LATERAL (SELECT count(*) AS blocks, min(block) AS lowest, max(block) AS highest,
                           coalesce(sum(keys), 0) AS keys
                    FROM staged_block
                    WHERE submission_no = s.no AND attempt = s.attempt) b
      WHERE s.attempt IS NOT NULL
        AND (s.state = 'open' AND s.withdrawn_at IS NULL
             OR s.state = 'withdrawn' AND s.applied_at IS NULL AND s.reason IS NULL)
      """
          .formatted(Topics.EXPORTS);

  /** All that are waited for and whose event is here, oldest vintage first. */
  public static List<Readiness> all(Session session) {
    return session.list(QUERY + "ORDER BY s.vintage", Readiness::of);
  }

  /** That of one submission, unless it is no longer waited for. */
  public static Optional<Readiness> find(Session session, int no) {
    return session.first(QUERY + "AND s.no = $1", Readiness::of, no);
  }

  /** Whether waiting longer can change anything. */
  public boolean decided() {
    return reached || otherTopic;
  }

  /** What is wrong with a decided one; empty if it may be applied. */
  public Optional<String> mismatch() {
    if (otherTopic) {
      return Optional.of("its blocks are in another " + Topics.EXPORTS + " than the one read here");
    }
    if (stagedBlocks != expectedBlocks || !gapless) {
      return Optional.of(
          "%d of its %d blocks are here".formatted(stagedBlocks, expectedBlocks)
              + (gapless ? "" : ", with gaps"));
    }
    if (stagedKeys != expectedKeys) {
      return Optional.of("its blocks hold %d cells, not %d".formatted(stagedKeys, expectedKeys));
    }
    return Optional.empty();
  }

  private static Readiness of(Row row) {
    return new Readiness(
        row.getInteger(0),
        row.getBoolean(1),
        row.getBoolean(2),
        row.getInteger(3),
        row.getLong(4),
        row.getBoolean(5),
        row.getLong(6),
        row.getLong(7));
  }
}

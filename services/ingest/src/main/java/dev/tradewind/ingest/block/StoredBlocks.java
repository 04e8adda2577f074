package dev.tradewind.ingest.block;

import dev.tradewind.ingest.store.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** The blocks in the database. */
@Singleton
public final class StoredBlocks {
  /** Over the primary key. */
  private static final String NEXT =
      "select "
          + StoredBlock.COLUMNS
          + " from block where submission = $1 and attempt = $2 and number >= $3"
          + " order by number limit $4";

  /** Over the index block_slice; few submissions have rows of one region and month. */
  private static final String SLICE =
      """
      select b.submission, b.attempt, b.number, b.region, b.period, b.cells, b.size, b.message
      from block b join submission s on s.id = b.submission and s.checked_attempt = b.attempt
      where b.region = $1 and b.period = $2 and b.submission = any($3) and (s.vintage, -b.number) < ($4, $5)
      order by s.vintage desc, b.number limit $6
      """;

  private final Database database;

  StoredBlocks(Database database) {
    this.database = database;
  }

  /** Blocks of a checked submission from that number on, at most so many. */
  public List<StoredBlock> from(UUID submission, int attempt, int number, int count) {
    return database.execute(NEXT, submission, attempt, number, count).stream()
        .map(StoredBlock::of)
        .toList();
  }

  /**
   * Blocks of one region and month in these submissions, newest vintage first, then by number.
   *
   * @param vintage of the last block of the part before, or more than any at the beginning
   * @param number of the last block of the part before
   */
  public List<StoredBlock> slice(
      String region, String period, UUID[] submissions, long vintage, int number, int count) {
    return database.execute(SLICE, region, period, submissions, vintage, -number, count).stream()
        .map(StoredBlock::of)
        .toList();
  }

  /** Forgets the blocks of all attempts but this one. */
  public void keepOnly(UUID submission, int attempt) {
    database.update(
        "delete from block where submission = $1 and attempt <> $2", submission, attempt);
  }

  /** Forgets all blocks of the submission. */
  public void forget(UUID submission) {
    database.update("delete from block where submission = $1", submission);
  }
}

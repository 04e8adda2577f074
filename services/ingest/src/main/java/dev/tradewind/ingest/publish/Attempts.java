package dev.tradewind.ingest.publish;

import dev.tradewind.ingest.chain.Chain;
import dev.tradewind.ingest.chain.Span;
import dev.tradewind.ingest.check.CheckReport;
import dev.tradewind.ingest.check.FileReport;
import dev.tradewind.ingest.problem.Problem;
import dev.tradewind.ingest.store.CoverageText;
import dev.tradewind.ingest.store.Database;
import dev.tradewind.ingest.store.Database.Statements;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every change that a worker makes to a submission. Each names its attempt, so that a worker whose
 * lease ran out can do no harm.
 */
@Singleton
class Attempts {
  /** Over the index submission_due; what another worker is just taking is passed over. */
  private static final String LEASE =
      """
      update submission set attempt = attempt + 1, due_at = clock_timestamp() + $1 * interval '1 millisecond',
        updated_at = clock_timestamp()
      where id = (select id from submission
                  where due_at <= clock_timestamp()
                    and ($2::bigint is null or bytes_total <= $2 or state not in ('received', 'checking', 'publishing'))
                  order by due_at limit 1 for update skip locked)
      returning\s"""
          + Lease.COLUMNS;

  private static final String RENEW =
      """
      update submission set due_at = clock_timestamp() + $3 * interval '1 millisecond', rows_checked = $4,
        bytes_checked = $5, rows_published = $6, blocks_published = $7, updated_at = clock_timestamp()
      where id = $1 and attempt = $2 and due_at is not null
      """;

  private static final String CHECKING =
      """
      update submission set state = 'checking', rows_checked = 0, bytes_checked = 0, rows_published = 0,
        blocks_published = 0, phase_started_at = clock_timestamp(), updated_at = clock_timestamp()
      where id = $1 and attempt = $2
      """;

  private static final String REJECTED =
      """
      update submission set state = 'rejected', holds_identity = false, reason = $3, row_count = $4,
        rows_checked = $4, bytes_checked = bytes_received, problem_count = $5, warning_count = $6, due_at = null,
        updated_at = clock_timestamp()
      where id = $1 and attempt = $2
      """;

  private static final String CHECKED =
      """
      update submission set state = 'publishing', reason = null, row_count = $3, rows_checked = $3,
        bytes_checked = bytes_received, problem_count = $4, warning_count = $5, currency = $6, coverage = $7,
        checked_attempt = $2, block_count = $8, key_count = $9, first_period = $10, last_period = $11,
        provisional = provisional or $12, acknowledged_blocks = 0, end_offsets = null, topic_id = null,
        phase_started_at = clock_timestamp(), updated_at = clock_timestamp()
      where id = $1 and attempt = $2
      """;

  private static final String ACKNOWLEDGED =
      """
      update submission set acknowledged_blocks = $3, topic_id = $4, end_offsets = $5, failures = 0,
        updated_at = clock_timestamp()
      where id = $1 and attempt = $2 and state = 'publishing'
      """;

  /** The blocks carry the attempt that checked them, so the event names that one. */
  private static final String PUBLISHED =
      """
      update submission set state = 'published', published_attempt = checked_attempt,
        acknowledged_blocks = block_count, blocks_published = block_count, rows_published = key_count,
        topic_id = $3, end_offsets = $4, failures = 0, published_at = clock_timestamp(),
        phase_started_at = clock_timestamp(), updated_at = clock_timestamp()
      where id = $1 and attempt = $2 and state = 'publishing'
      """;

  private static final String ANNOUNCED =
      """
      update submission set announced_at = clock_timestamp(), due_at = null, failures = 0,
        updated_at = clock_timestamp()
      where id = $1 and attempt = $2
      """;

  private static final String FAILED =
      """
      update submission set failures = failures + 1, reason = $3, updated_at = clock_timestamp(),
        due_at = clock_timestamp() + $4 * interval '1 millisecond'
      where id = $1 and attempt = $2
      """;

  private static final String HANDED_OVER =
      "update submission set due_at = clock_timestamp() where id = $1 and attempt = $2 and due_at is not null";

  private static final String STUCK =
      """
      update submission set state = 'stuck', reason = $3, due_at = null, updated_at = clock_timestamp()
      where id = $1 and attempt = $2
      """;

  private static final String PROBLEMS =
      """
      insert into problem (submission, number, file, line, column_name, value, code, severity, message, advice)
      select $1, * from unnest($2::int[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[],
                               $9::text[], $10::text[])
      """;

  private static final String FILE =
      """
      update submission_file set format = $3, encoding = $4, currency = $5, row_count = $6
      where submission = $1 and number = $2
      """;

  private final Database database;
  private final WorkConfig config;
  private final Chain chain;

  Attempts(Database database, WorkConfig config, Chain chain) {
    this.database = database;
    this.config = config;
    this.chain = chain;
  }

  /**
   * Takes the submission that has been due for longest, if one is due.
   *
   * @param largest bytes of what is taken; null for any size
   */
  Optional<Lease> lease(@Nullable Long largest) {
    List<Row> rows = database.execute(LEASE, config.lease().toMillis(), largest);
    return rows.stream().map(Lease::of).findFirst();
  }

  /** Keeps the lease and tells the progress; false if the lease is lost. */
  boolean renew(
      Lease lease, long rowsChecked, long bytesChecked, long rowsPublished, int blocksPublished) {
    return database.update(
            RENEW,
            lease.submission(),
            lease.attempt(),
            config.lease().toMillis(),
            rowsChecked,
            bytesChecked,
            rowsPublished,
            blocksPublished)
        == 1;
  }

  void checking(Lease lease) {
    owned(lease, database.update(CHECKING, lease.submission(), lease.attempt()));
  }

  void rejected(Lease lease, CheckReport report) {
    withReport(
        lease,
        report,
        sql ->
            sql.update(
                REJECTED,
                lease.submission(),
                lease.attempt(),
                report.rejection(),
                report.rows(),
                report.errors(),
                report.warnings()));
  }

  /**
   * Accepted and stored: from here on the stored blocks are what is published, by whichever worker.
   *
   * @param blocks how many are stored under this attempt
   * @param cells in them
   */
  void checked(Lease lease, CheckReport report, int blocks, long cells) {
    Span span = Span.of(report.coverage());
    withReport(
        lease,
        report,
        sql -> {
          int changed =
              sql.update(
                  CHECKED,
                  lease.submission(),
                  lease.attempt(),
                  report.rows(),
                  report.errors(),
                  report.warnings(),
                  report.currency(),
                  CoverageText.write(report.coverage()),
                  blocks,
                  cells,
                  span.first(),
                  span.last(),
                  report.provisional());
          owned(lease, changed);
          chain.link(sql, lease.submission(), report.coverage());
          return changed;
        });
  }

  /** The first so many blocks are in Kafka; another worker may go on after them. */
  void acknowledged(Lease lease, int blocks, Publication publication) {
    owned(
        lease,
        database.update(
            ACKNOWLEDGED,
            lease.submission(),
            lease.attempt(),
            blocks,
            publication.topicId(),
            publication.endOffsetsText()));
  }

  void published(Lease lease, Publication publication) {
    owned(
        lease,
        database.update(
            PUBLISHED,
            lease.submission(),
            lease.attempt(),
            publication.topicId(),
            publication.endOffsetsText()));
  }

  void announced(Lease lease) {
    owned(lease, database.update(ANNOUNCED, lease.submission(), lease.attempt()));
  }

  /** To be tried again after the pause; does nothing if the lease is lost. */
  void failed(Lease lease, String reason, Duration pause) {
    database.update(FAILED, lease.submission(), lease.attempt(), reason, pause.toMillis());
  }

  /** To be taken over at once; does nothing if the lease is lost. */
  void handOver(Lease lease) {
    database.update(HANDED_OVER, lease.submission(), lease.attempt());
  }

  /** Not to be tried again; does nothing if the lease is lost. */
  void stuck(Lease lease, String reason) {
    database.update(STUCK, lease.submission(), lease.attempt(), reason);
  }

  private void withReport(Lease lease, CheckReport report, Function<Statements, Integer> change) {
    database.<Boolean>transaction(
        sql -> {
          owned(lease, change.apply(sql));
          sql.update("delete from problem where submission = $1", lease.submission());
          insert(sql, lease, report.problems());
          for (FileReport file : report.files()) {
            sql.update(
                FILE,
                lease.submission(),
                file.number(),
                file.format(),
                file.encoding(),
                file.currency(),
                file.rows());
          }
          return true;
        });
  }

  private static void insert(Statements sql, Lease lease, List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    Integer[] numbers = new Integer[problems.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    sql.update(
        PROBLEMS,
        lease.submission(),
        numbers,
        texts(problems, Problem::file),
        problems.stream().map(Problem::line).toArray(Long[]::new),
        texts(problems, Problem::column),
        texts(problems, Problem::value),
        texts(problems, problem -> problem.code().id()),
        texts(problems, problem -> problem.severity().id()),
        texts(problems, Problem::message),
        texts(problems, problem -> problem.code().advice()));
  }

  private static String[] texts(List<Problem> problems, Function<Problem, String> part) {
    return problems.stream().map(part).toArray(String[]::new);
  }

  private static void owned(Lease lease, int changed) {
    if (changed != 1) {
      throw new LostLeaseException(lease);
    }
  }
}

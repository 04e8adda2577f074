package dev.tradewind.ingest.publish;

import dev.tradewind.ingest.block.BlockWriter;
import dev.tradewind.ingest.block.StoredBlocks;
import dev.tradewind.ingest.check.CheckOptions;
import dev.tradewind.ingest.check.CheckReport;
import dev.tradewind.ingest.check.SubmissionCheck;
import dev.tradewind.ingest.current.Current;
import dev.tradewind.ingest.rules.Rules;
import dev.tradewind.ingest.sort.Cells;
import dev.tradewind.ingest.store.CountedInputStream;
import dev.tradewind.ingest.store.Database;
import dev.tradewind.ingest.store.FileStore;
import dev.tradewind.platform.tracing.SubmissionTrace;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Does what a leased submission needs next, from checking to telling Kafka. */
@Singleton
class Job {
  private static final Logger LOG = Logger.getLogger(Job.class);

  private final Database database;
  private final FileStore files;
  private final Attempts attempts;
  private final BlockPublisher publisher;
  private final Announcer announcer;
  private final StoredBlocks blocks;
  private final Current current;
  private final Rules rules;
  private final MeterRegistry meters;
  private final SubmissionTrace trace;

  Job(
      Database database,
      FileStore files,
      Attempts attempts,
      BlockPublisher publisher,
      Announcer announcer,
      StoredBlocks blocks,
      Current current,
      Rules rules,
      MeterRegistry meters,
      SubmissionTrace trace) {
    this.database = database;
    this.files = files;
    this.attempts = attempts;
    this.publisher = publisher;
    this.announcer = announcer;
    this.blocks = blocks;
    this.current = current;
    this.rules = rules;
    this.meters = meters;
    this.trace = trace;
  }

  /**
   * Works on the submission until it is announced, or rejected.
   *
   * @throws LostLeaseException if another worker has taken it over
   */
  void run(Lease lease, Heartbeat heartbeat) throws IOException, InterruptedException {
    switch (lease.state()) {
      case RECEIVED, CHECKING -> {
        if (!trace.call("check", lease.submission(), () -> check(lease, heartbeat))) {
          return;
        }
        publish(lease, heartbeat);
        announce(lease);
      }
      case PUBLISHING -> {
        publish(lease, heartbeat);
        announce(lease);
      }
      case PUBLISHED, APPLIED -> announce(lease);
      case WITHDRAWN -> {
        trace.run("withdraw", lease.submission(), () -> announcer.withdrawn(lease));
        blocks.forget(lease.submission());
      }
      case RECEIVING, REJECTED, STUCK ->
          throw new IllegalStateException("nothing is due for state " + lease.state().id());
    }
    attempts.announced(lease);
    LOG.infof(
        "submission announced: submission=%s vintage=%d attempt=%d",
        lease.submission(), lease.vintage(), lease.attempt());
  }

  /** Reads and checks all files and stores the blocks; false if the submission is rejected. */
  private boolean check(Lease lease, Heartbeat heartbeat) throws IOException {
    attempts.checking(lease);
    CheckOptions options =
        rules.options(lease.period(), lease.currency(), lease.lenient(), lease.coverage());
    try (SubmissionCheck check = new SubmissionCheck(options, heartbeat::checked)) {
      CheckReport report = check(lease, check, heartbeat);
      meters.counter("tradewind.rows", "outcome", "checked").increment((double) report.rows());
      String currency = report.currency();
      if (report.rejection() != null || currency == null) {
        attempts.rejected(lease, report);
        blocks.forget(lease.submission());
        meters.counter("tradewind.submissions", "state", "rejected").increment();
        LOG.infof(
            "submission rejected: submission=%s problems=%d", lease.submission(), report.errors());
        return false;
      }
      BlockWriter writer =
          new BlockWriter(database, lease.submission(), lease.attempt(), lease.vintage(), currency);
      try (Cells cells = check.cells()) {
        writer.write(cells, (count, stored) -> heartbeat.alive());
      }
      attempts.checked(lease, report, writer.blocks(), writer.cells());
      blocks.keepOnly(lease.submission(), lease.attempt());
      return true;
    }
  }

  private void publish(Lease lease, Heartbeat heartbeat) throws InterruptedException {
    Publication publication =
        trace.call("publish", lease.submission(), () -> publisher.publish(lease, heartbeat));
    attempts.published(lease, publication);
    meters.counter("tradewind.submissions", "state", "published").increment();
    LOG.infof(
        "submission published: submission=%s vintage=%d attempt=%d",
        lease.submission(), lease.vintage(), lease.attempt());
  }

  private void announce(Lease lease) throws InterruptedException {
    trace.run("announce", lease.submission(), () -> announcer.published(lease));
  }

  private CheckReport check(Lease lease, SubmissionCheck check, Heartbeat heartbeat)
      throws IOException {
    long before = 0;
    for (Row row :
        database.execute(
            "select number, name, bytes from submission_file where submission = $1 order by number",
            lease.submission())) {
      check.file(
          row.getString("name"),
          new CountedInputStream(
              files.read(lease.submission(), row.getInteger("number")), before, heartbeat::read));
      before += row.getLong("bytes");
    }
    return check.finish(current.history(lease.vintage(), heartbeat::alive));
  }
}

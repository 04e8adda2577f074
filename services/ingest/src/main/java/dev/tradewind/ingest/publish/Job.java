package dev.tradewind.ingest.publish;

import dev.tradewind.ingest.check.CheckOptions;
import dev.tradewind.ingest.check.CheckReport;
import dev.tradewind.ingest.check.SubmissionCheck;
import dev.tradewind.ingest.sort.Cells;
import dev.tradewind.ingest.store.Database;
import dev.tradewind.ingest.store.FileStore;
import dev.tradewind.ingest.upload.UploadConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
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
  private final WorkConfig config;
  private final UploadConfig uploads;
  private final MeterRegistry meters;

  Job(
      Database database,
      FileStore files,
      Attempts attempts,
      BlockPublisher publisher,
      Announcer announcer,
      WorkConfig config,
      UploadConfig uploads,
      MeterRegistry meters) {
    this.database = database;
    this.files = files;
    this.attempts = attempts;
    this.publisher = publisher;
    this.announcer = announcer;
    this.config = config;
    this.uploads = uploads;
    this.meters = meters;
  }

  /**
   * Works on the submission until it is announced, or rejected.
   *
   * @throws LostLeaseException if another worker has taken it over
   */
  void run(Lease lease, Heartbeat heartbeat) throws IOException, InterruptedException {
    switch (lease.state()) {
      case RECEIVED, CHECKING, PUBLISHING -> {
        if (!checkAndPublish(lease, heartbeat)) {
          return;
        }
        announcer.published(lease);
      }
      case PUBLISHED, APPLIED -> announcer.published(lease);
      case WITHDRAWN -> announcer.withdrawn(lease);
      case RECEIVING, REJECTED, STUCK ->
          throw new IllegalStateException("nothing is due for state " + lease.state().id());
    }
    attempts.announced(lease);
    LOG.infof(
        "submission announced: submission=%s vintage=%d attempt=%d",
        lease.submission(), lease.vintage(), lease.attempt());
  }

  private boolean checkAndPublish(Lease lease, Heartbeat heartbeat)
      throws IOException, InterruptedException {
    attempts.checking(lease);
    try (SubmissionCheck check = new SubmissionCheck(options(lease), heartbeat::checked)) {
      CheckReport report = check(lease, check);
      meters.counter("tradewind.rows", "outcome", "checked").increment((double) report.rows());
      String currency = report.currency();
      if (report.rejection() != null || currency == null) {
        attempts.rejected(lease, report);
        meters.counter("tradewind.submissions", "state", "rejected").increment();
        LOG.infof(
            "submission rejected: submission=%s problems=%d", lease.submission(), report.errors());
        return false;
      }
      attempts.checked(lease, report);
      try (Cells cells = check.cells()) {
        Publication publication = publisher.publish(lease, currency, cells, heartbeat);
        attempts.published(lease, publication);
        meters
            .counter("tradewind.rows", "outcome", "published")
            .increment((double) publication.keys());
        meters.counter("tradewind.submissions", "state", "published").increment();
        LOG.infof(
            "submission published: submission=%s vintage=%d attempt=%d rows=%d blocks=%d",
            lease.submission(),
            lease.vintage(),
            lease.attempt(),
            report.rows(),
            publication.blocks());
      }
      return true;
    }
  }

  private CheckReport check(Lease lease, SubmissionCheck check) throws IOException {
    for (Row row :
        database.execute(
            "select number, name from submission_file where submission = $1 order by number",
            lease.submission())) {
      check.file(row.getString("name"), files.read(lease.submission(), row.getInteger("number")));
    }
    return check.finish();
  }

  private CheckOptions options(Lease lease) {
    return new CheckOptions(
        lease.period(),
        lease.currency(),
        lease.lenient(),
        lease.coverage(),
        new CheckOptions.Limits(
            config.maxRows(),
            uploads.maxRatio(),
            config.keptProblems(),
            config.keysInMemory(),
            config.folder().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")))));
  }
}

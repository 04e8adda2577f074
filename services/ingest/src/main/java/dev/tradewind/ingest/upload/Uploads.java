package dev.tradewind.ingest.upload;

import dev.tradewind.ingest.rules.Rules;
import dev.tradewind.ingest.store.Database;
import dev.tradewind.ingest.store.FileStore;
import dev.tradewind.ingest.store.StoredFile;
import dev.tradewind.ingest.submission.WorkSignal;
import dev.tradewind.platform.tracing.SubmissionTrace;
import io.quarkus.scheduler.Scheduled;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes files in; when {@link #receive} returns, they are durable. */
@Singleton
public class Uploads {
  private static final Logger LOG = Logger.getLogger(Uploads.class);
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private static final String BEGIN =
      """
      insert into submission (id, state, period, declared_currency, flow, mode, declared_coverage, label, provisional)
      values ($1, 'receiving', $2, $3, $4, $5, $6, $7, $8)
      """;

  private static final String SWEEP =
      """
      delete from submission
      where state = 'receiving' and updated_at < clock_timestamp() - $1 * interval '1 millisecond'
      """;

  private final Database database;
  private final FileStore files;
  private final Acceptance acceptance;
  private final UploadConfig config;
  private final WorkSignal work;
  private final Rules rules;

  Uploads(
      Database database,
      FileStore files,
      Acceptance acceptance,
      UploadConfig config,
      WorkSignal work,
      Rules rules) {
    this.database = database;
    this.files = files;
    this.acceptance = acceptance;
    this.config = config;
    this.work = work;
    this.rules = rules;
  }

  /**
   * Stores the files and accepts them as one submission.
   *
   * @param key the Idempotency-Key, if there is one
   * @throws IOException if the sender goes away
   */
  public Accepted receive(SubmissionOptions options, @Nullable String key, IncomingFiles incoming)
      throws IOException {
    UUID id = UUID.randomUUID();
    database.update(
        BEGIN,
        id,
        options.period() == null ? null : options.period().toString(),
        options.currency(),
        SubmissionOptions.FLOW,
        options.mode(),
        options.coverage().canonical(),
        options.label(),
        options.provisional());
    boolean done = false;
    try {
      Accepted accepted = acceptance.accept(id, store(id, incoming), options, key);
      done = true;
      SubmissionTrace.mark(accepted.id());
      if (!accepted.existing()) {
        LOG.infof("submission received: submission=%s", id);
        work.ready();
      }
      return accepted;
    } catch (PgException e) {
      throw FOREIGN_KEY_VIOLATION.equals(e.getSqlState()) ? Acceptance.abandoned() : e;
    } finally {
      if (!done) {
        database.update("delete from submission where id = $1 and state = 'receiving'", id);
      }
    }
  }

  private List<StoredFile> store(UUID id, IncomingFiles incoming) throws IOException {
    List<StoredFile> stored = new ArrayList<>();
    for (Incoming file = incoming.next(); file != null; file = incoming.next()) {
      StoredFile result =
          files.write(id, stored.size(), file.name(), file.content(), rules.reading());
      if (result.contents().empty()) {
        throw IncomingFiles.empty(file.name());
      }
      stored.add(result);
    }
    if (stored.isEmpty()) {
      throw IncomingFiles.none();
    }
    return stored;
  }

  @Scheduled(every = "${tradewind.ingest.upload.sweep-every:1m}", delayed = "2s")
  void sweep() {
    int swept = database.update(SWEEP, config.abandonedAfter().toMillis());
    if (swept > 0) {
      LOG.infof("abandoned uploads removed: count=%d", swept);
    }
  }
}

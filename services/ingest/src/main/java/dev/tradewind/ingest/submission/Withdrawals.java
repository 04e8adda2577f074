package dev.tradewind.ingest.submission;

import dev.tradewind.ingest.store.Database;
import dev.tradewind.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes submissions back. */
@Singleton
class Withdrawals {
  private static final Logger LOG = Logger.getLogger(Withdrawals.class);

  /**
   * The larger attempt stops a worker that is busy with it. Without a currency no block was sent,
   * so nobody needs to hear of it and it is closed at once.
   */
  private static final String WITHDRAW =
      """
      update submission set state = 'withdrawn', attempt = attempt + 1, holds_identity = false, reason = null,
        failures = 0, withdrawn_at = clock_timestamp(), updated_at = clock_timestamp(),
        due_at = case when currency is null then null else clock_timestamp() end,
        closed_at = case when currency is null then clock_timestamp() end
      where id = $1 and state in ('received', 'checking', 'publishing', 'published', 'applied', 'stuck')
      returning id
      """;

  private final Database database;
  private final WorkSignal work;

  Withdrawals(Database database, WorkSignal work) {
    this.database = database;
    this.work = work;
  }

  /** Withdraws the submission; doing it again changes nothing. */
  void withdraw(UUID id) {
    if (!database.execute(WITHDRAW, id).isEmpty()) {
      LOG.infof("submission withdrawn: submission=%s", id);
      work.ready();
      return;
    }
    List<Row> rows = database.execute("select state from submission where id = $1", id);
    if (rows.isEmpty()) {
      throw Problem.notFound("submission", id).asException();
    }
    String state = rows.get(0).getString("state");
    if (!state.equals(State.WITHDRAWN.id())) {
      throw Problem.of(409, "not-withdrawable", "The submission has nothing to take back.")
          .withDetail("Submission " + id + " is " + state + ".")
          .asException();
    }
  }
}

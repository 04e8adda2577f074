package dev.tradewind.ingest.upload;

import dev.tradewind.ingest.store.Database;
import dev.tradewind.ingest.store.Database.Statements;
import dev.tradewind.ingest.store.StoredFile;
import dev.tradewind.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an upload whose bytes are stored becomes: a new submission, or one that had been
 * there before.
 *
 * <ul>
 *   <li>The same {@code Idempotency-Key}: the submission that it came with; with other content, a
 *       conflict.
 *   <li>The contents and options of a live submission: that submission, unless a newer one has
 *       replaced some of what it covers. Then it may be a deliberate revert, which must be said
 *       with {@code force}.
 *   <li>With {@code force}, always a new submission with a vintage of its own.
 * </ul>
 */
@Singleton
final class Acceptance {
  private static final String ACCEPT =
      """
      update submission set state = 'received', vintage = nextval('vintage'), identity = $2, holds_identity = true,
        idempotency_key = $3, bytes_total = bytes_received, accepted_at = clock_timestamp(),
        updated_at = clock_timestamp(), due_at = clock_timestamp()
      where id = $1 and state = 'receiving'
      """;

  /** Over the index replacement_older. */
  private static final String NEWER =
      """
      select r.newer as id from replacement r join submission s on s.id = r.newer
      where r.older = $1 and s.state not in ('rejected', 'withdrawn')
      order by s.vintage limit 1
      """;

  private final Database database;

  Acceptance(Database database) {
    this.database = database;
  }

  Accepted accept(
      UUID id, List<StoredFile> files, SubmissionOptions options, @Nullable String key) {
    String identity = Identity.of(files, options);
    return database.transaction(
        sql -> {
          // Uploads of the same contents at the same time wait for each other here.
          if (key != null) {
            lock(sql, "key " + key);
          }
          lock(sql, "identity " + identity);
          Accepted before = before(sql, identity, options.force(), key);
          if (before != null) {
            sql.update("delete from submission where id = $1", id);
            return before;
          }
          sql.update(
              "update submission set holds_identity = false where identity = $1 and holds_identity",
              identity);
          for (int number = 0; number < files.size(); number++) {
            StoredFile file = files.get(number);
            sql.update(
                "insert into submission_file (submission, number, name, bytes, sha256) values ($1, $2, $3, $4, $5)",
                id,
                number,
                file.name(),
                file.bytes(),
                file.contents().sha256());
          }
          if (sql.update(ACCEPT, id, identity, key) != 1) {
            throw abandoned();
          }
          return new Accepted(id, false);
        });
  }

  static RuntimeException abandoned() {
    return Problem.of(408, "upload-abandoned", "The upload took too long and was given up.")
        .withAdvice("Send it again.")
        .asException();
  }

  private static void lock(Statements sql, String name) {
    sql.execute("select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))", name);
  }

  private static @Nullable Accepted before(
      Statements sql, String identity, boolean force, @Nullable String key) {
    if (key != null) {
      for (Row row :
          sql.execute("select id, identity from submission where idempotency_key = $1", key)) {
        if (!identity.equals(row.getString("identity"))) {
          throw Problem.of(409, "idempotency-conflict", "The Idempotency-Key was used before.")
              .withDetail("It came with other contents or options, as " + row.getUUID("id") + ".")
              .withAdvice("Use a new key for new contents.")
              .asException();
        }
        return new Accepted(row.getUUID("id"), true);
      }
    }
    if (force) {
      return null;
    }
    List<Row> same =
        sql.execute("select id from submission where identity = $1 and holds_identity", identity);
    for (Row row : same) {
      refuseReplaced(sql, row);
      return new Accepted(row.getUUID("id"), true);
    }
    return null;
  }

  private static void refuseReplaced(Statements sql, Row same) {
    for (Row newer : sql.execute(NEWER, same.getUUID("id"))) {
      throw Problem.of(409, "replaced-contents", "These contents were replaced meanwhile.")
          .withDetail(
              "They are those of submission %s, of which %s has replaced at least a part."
                  .formatted(same.getUUID("id"), newer.getUUID("id")))
          .withAdvice("To go back to them, send them again with force=true.")
          .asException();
    }
  }
}

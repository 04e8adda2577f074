package dev.tradewind.ingest.upload;

import dev.tradewind.ingest.rules.LimitConfig;
import dev.tradewind.ingest.store.Database;
import dev.tradewind.platform.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Semaphore;

/** Bounds what is under way at a time; who comes too early is told when to come again. */
@Singleton
class Turns {
  private static final String WAITING =
      """
      select count(*) as waiting from (
        select 1 from submission where due_at is not null and state = 'received' limit $1) w
      """;

  private final Semaphore uploads;
  private final Semaphore previews;
  private final Database database;
  private final LimitConfig config;

  Turns(Database database, LimitConfig config) {
    this.database = database;
    this.config = config;
    this.uploads = new Semaphore(config.uploads());
    this.previews = new Semaphore(config.previews());
  }

  /** A place that must be given back. */
  interface Turn {
    void end();
  }

  /** A place for an upload, or a 429. */
  Turn upload() {
    int most = config.waiting();
    if (database.execute(WAITING, most).get(0).getLong("waiting") >= most) {
      throw later(most + " submissions wait to be checked.");
    }
    return take(uploads, config.uploads() + " uploads are under way.");
  }

  /** A place for a preview, or a 429. */
  Turn preview() {
    return take(previews, config.previews() + " previews are under way.");
  }

  private Turn take(Semaphore places, String detail) {
    if (!places.tryAcquire()) {
      throw later(detail);
    }
    return places::release;
  }

  private WebApplicationException later(String detail) {
    long seconds = Math.max(1, config.comeBackAfter().toSeconds());
    Problem problem =
        Problem.of(429, "too-many-uploads", "There is more to do than can be done at once.")
            .withDetail(detail)
            .withAdvice("Send it again in " + seconds + " seconds.");
    return new WebApplicationException(
        Response.status(429)
            .type(Problem.MEDIA_TYPE)
            .header(HttpHeaders.RETRY_AFTER, seconds)
            .entity(problem)
            .build());
  }
}

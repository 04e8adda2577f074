package dev.tradewind.metrics.answer;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the database which merge was the last. Whoever asks while a query is under way shares the
 * next one: an answer is never older than its question, and any number of readers costs one query
 * at a time.
 */
@Singleton
class CurrentVersion {
  private final Pool pool;
  private List<UniEmitter<? super Version>> waiting = new ArrayList<>();
  private boolean asking;

  CurrentVersion(Pool pool) {
    this.pool = pool;
  }

  Uni<Version> get() {
    Uni<Version> version = Uni.createFrom().<Version>emitter(emitter -> enqueue(emitter));
    Context context = Vertx.currentContext();
    // Back to the caller's own event loop: else one loop would serve everybody.
    return context == null
        ? version
        : version.emitOn(work -> context.runOnContext(nothing -> work.run()));
  }

  private void enqueue(UniEmitter<? super Version> emitter) {
    synchronized (this) {
      waiting.add(emitter);
      if (asking) {
        return;
      }
      asking = true;
    }
    ask();
  }

  private void ask() {
    List<UniEmitter<? super Version>> served;
    synchronized (this) {
      if (waiting.isEmpty()) {
        asking = false;
        return;
      }
      served = waiting;
      waiting = new ArrayList<>();
    }
    pool.query(Version.QUERY)
        .execute()
        .map(rows -> Version.of(rows.iterator().next()))
        .subscribe()
        .with(
            version -> {
              served.forEach(emitter -> emitter.complete(version));
              ask();
            },
            failure -> {
              served.forEach(emitter -> emitter.fail(failure));
              ask();
            });
  }
}

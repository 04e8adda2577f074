package dev.tradewind.gateway.token;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys as last read. Read at start, again every half minute, and whenever somebody asks
 * for the published ones: another replica may have made a key a moment ago.
 */
@Singleton
class SigningKeys {
  private static final Logger LOG = Logger.getLogger(SigningKeys.class);
  private static final long AGAIN_MILLIS = Duration.ofSeconds(30).toMillis();

  private final SigningKeyRepository repository;
  private final Vertx vertx;
  private volatile List<SigningKey> keys = List.of();
  private @Nullable Uni<List<SigningKey>> underWay;

  SigningKeys(SigningKeyRepository repository, Vertx vertx) {
    this.repository = repository;
    this.vertx = vertx;
  }

  void begin(@Observes StartupEvent event) {
    readAgain();
    vertx.setPeriodic(AGAIN_MILLIS, fired -> readAgain());
  }

  /** The key to sign with; waits for the first reading, and fails while there is none. */
  Uni<SigningKey> signing() {
    SigningKey newest = newest(keys);
    return newest != null ? Uni.createFrom().item(newest) : latest().map(SigningKeys::required);
  }

  /** All keys as they are in the database now; as last read if it does not answer. */
  Uni<List<SigningKey>> latest() {
    Context own = vertx.getOrCreateContext();
    // The reading may be another request's, on another thread.
    return reading().emitOn(work -> own.runOnContext(ignored -> work.run()));
  }

  private synchronized Uni<List<SigningKey>> reading() {
    if (underWay == null) {
      underWay =
          repository.current().onItemOrFailure().transform(this::ended).memoize().indefinitely();
    }
    return underWay;
  }

  private synchronized List<SigningKey> ended(
      @Nullable List<SigningKey> read, @Nullable Throwable failure) {
    underWay = null;
    if (read == null) {
      LOG.errorf("the signing keys cannot be read: cause=%s", failure);
    } else {
      keys = read;
    }
    return keys;
  }

  private void readAgain() {
    reading().subscribe().with(read -> {});
  }

  private static SigningKey required(List<SigningKey> read) {
    SigningKey newest = newest(read);
    if (newest == null) {
      throw new IllegalStateException("there is no signing key");
    }
    return newest;
  }

  private static @Nullable SigningKey newest(List<SigningKey> read) {
    return read.stream().filter(key -> key.privateKey() != null).findFirst().orElse(null);
  }
}

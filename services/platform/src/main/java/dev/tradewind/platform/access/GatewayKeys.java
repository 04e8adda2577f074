package dev.tradewind.platform.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's public keys: fetched when first needed, again now and then, and at once when a
 * token names an unknown one, but hardly more than once a second: forged tokens must not become
 * requests to the gateway.
 */
@Singleton
class GatewayKeys {
  private static final Logger LOG = Logger.getLogger(GatewayKeys.class);
  private static final long BETWEEN_FETCHES = Duration.ofSeconds(1).toNanos();
  private static final int TIMEOUT_MILLIS = 3_000;
  private static final int LARGEST = 1 << 16;

  private final TokenConfig config;
  private final HttpClient client;
  private final long refreshNanos;
  private volatile PublishedKeys keys;
  private volatile boolean reachable;
  private @Nullable Uni<PublishedKeys> underWay;
  private long lastFetch;

  GatewayKeys(TokenConfig config, Vertx vertx) {
    this.config = config;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(TIMEOUT_MILLIS).setMaxPoolSize(1));
    this.refreshNanos = config.refresh().toNanos();
    this.lastFetch = System.nanoTime() - BETWEEN_FETCHES;
    this.keys = new PublishedKeys(Map.of(), System.nanoTime() - refreshNanos);
  }

  /** The keys as last fetched, if that was not too long ago; else null. */
  @Nullable PublishedKeys fresh() {
    PublishedKeys now = keys;
    return System.nanoTime() - now.fetchedAt() < refreshNanos ? now : null;
  }

  /** Asks the gateway if it was not asked just now; the last keys if it does not answer. */
  synchronized Uni<PublishedKeys> fetch() {
    if (underWay != null) {
      return underWay;
    }
    if (System.nanoTime() - lastFetch < BETWEEN_FETCHES) {
      return Uni.createFrom().item(keys);
    }
    lastFetch = System.nanoTime();
    Uni<PublishedKeys> begun =
        Uni.createFrom()
            .completionStage(() -> request().toCompletionStage())
            .onItemOrFailure()
            .transform(this::ended)
            .memoize()
            .indefinitely();
    underWay = begun;
    return begun;
  }

  /** Whether keys that do not know a token's key allow to call the token forged. */
  boolean areComplete() {
    return reachable;
  }

  /** Whether keys are too old to be trusted without the gateway. */
  boolean areStale(PublishedKeys used) {
    return System.nanoTime() - used.fetchedAt() > config.stale().toNanos();
  }

  private synchronized PublishedKeys ended(
      @Nullable PublishedKeys fetched, @Nullable Throwable failure) {
    underWay = null;
    reachable = fetched != null;
    if (fetched != null) {
      keys = fetched;
    } else {
      LOG.warnf("the gateway's keys cannot be fetched: from=%s cause=%s", config.keys(), failure);
    }
    return keys;
  }

  private Future<PublishedKeys> request() {
    return client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(config.keys().toString())
                .setTimeout(TIMEOUT_MILLIS))
        .compose(request -> request.send())
        .compose(GatewayKeys::body)
        .map(GatewayKeys::parse);
  }

  private static Future<Buffer> body(HttpClientResponse response) {
    return response.statusCode() == 200
        ? response.body()
        : Future.failedFuture("status " + response.statusCode());
  }

  private static PublishedKeys parse(Buffer body) {
    if (body.length() > LARGEST) {
      throw new IllegalArgumentException("too large for a set of keys");
    }
    try {
      return PublishedKeys.parse(body.toString(), System.nanoTime());
    } catch (JoseException e) {
      throw new IllegalArgumentException("not a set of keys", e);
    }
  }
}

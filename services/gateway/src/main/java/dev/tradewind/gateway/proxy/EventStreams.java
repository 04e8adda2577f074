package dev.tradewind.gateway.proxy;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The streams of events under way. They would never end by themselves, so a shutdown ends them:
 * properly, between two pieces, so that their clients come back to another replica at once.
 */
@Singleton
class EventStreams {
  private static final Logger LOG = Logger.getLogger(EventStreams.class);

  private final Vertx vertx;
  private final Duration delay;
  private final Set<EndableStream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  EventStreams(
      Vertx vertx, @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
    this.vertx = vertx;
    this.delay = delay.orElse(Duration.ZERO);
  }

  void add(EndableStream stream) {
    open.add(stream);
    if (closing) {
      stream.end();
    }
  }

  void remove(EndableStream stream) {
    open.remove(stream);
  }

  /** How many are open. */
  int count() {
    return open.size();
  }

  /**
   * Readiness is off from now on, but clients may be sent here until everybody knows. Only then are
   * the streams ended.
   */
  void shutdown(@Observes ShutdownDelayInitiatedEvent event) {
    vertx.setTimer(Math.max(1, delay.toMillis()), over -> endAll());
  }

  void endAll() {
    closing = true;
    if (!open.isEmpty()) {
      LOG.infof("ending event streams: count=%d", open.size());
    }
    open.forEach(EndableStream::end);
  }

  /** Streams that begin from now on stay. */
  void reopen() {
    closing = false;
  }
}

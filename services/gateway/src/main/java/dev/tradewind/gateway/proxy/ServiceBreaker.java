package dev.tradewind.gateway.proxy;

import dev.tradewind.gateway.route.Service;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Gives a service a rest when most of the last requests failed, and its callers an answer at once.
 */
final class ServiceBreaker {
  private static final Logger LOG = Logger.getLogger(ServiceBreaker.class);

  /** Not the service's fault: the client left, stalled or sent too much. */
  static final class ClientFault extends Exception {
    ClientFault(Throwable cause) {
      super(cause);
    }
  }

  private final Service service;
  private final Duration rest;
  private final TypedGuard<CompletionStage<ProxyResponse>> guard;
  private volatile boolean open;
  private volatile long openedAt;

  ServiceBreaker(Service service, ProxyConfig.Breaker config, MeterRegistry meters) {
    this.service = service;
    this.rest = config.rest();
    this.guard =
        TypedGuard.create(new TypeLiteral<CompletionStage<ProxyResponse>>() {})
            .withDescription(service.id())
            .withCircuitBreaker()
            .requestVolumeThreshold(config.failures() > 1 ? Integer.MAX_VALUE : config.requests())
            .failureRatio(Math.min(1, config.failures()))
            .delay(rest.toMillis(), ChronoUnit.MILLIS)
            .successThreshold(1)
            .skipOn(ClientFault.class)
            .onStateChange(this::changed)
            .done()
            .build();
    Gauge.builder("tradewind.gateway.service.resting", () -> open ? 1 : 0)
        .tag("service", service.id())
        .description("1 while requests to the service are refused because most have failed")
        .register(meters);
  }

  /** Sends, or fails at once with a {@code CircuitBreakerOpenException}. */
  Future<ProxyResponse> send(Context context, Supplier<Future<ProxyResponse>> request) {
    return Future.fromCompletionStage(guard.get(() -> request.get().toCompletionStage()), context);
  }

  /** In how many seconds it is worth trying again. */
  long secondsLeft() {
    long left = rest.toNanos() - (System.nanoTime() - openedAt);
    return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(left + 999_999_999L));
  }

  private void changed(CircuitBreakerState state) {
    open = state == CircuitBreakerState.OPEN;
    if (open) {
      openedAt = System.nanoTime();
      LOG.warnf("most requests fail, so none are sent for a while: service=%s", service.id());
    } else if (state == CircuitBreakerState.CLOSED) {
      LOG.infof("requests are sent again: service=%s", service.id());
    }
  }
}

package dev.tradewind.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradewind.platform.problem.Problem;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts each client's requests, tells it what is left (<a
 * href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header
 * fields</a>), and refuses what is too much. Each replica of the gateway counts for itself.
 */
@Singleton
public class ClientLimits {
  private static final String POLICY = "\"requests\"";

  private final LimitConfig config;
  private final MeterRegistry meters;
  private final Cache<String, Allowance> clients;
  private final String policy;

  ClientLimits(LimitConfig config, MeterRegistry meters) {
    this.config = config;
    this.meters = meters;
    this.policy = POLICY + ";q=" + config.requests() + ";w=" + config.window().toSeconds();
    // Forgotten when it would be full again anyway.
    this.clients =
        Caffeine.newBuilder()
            .maximumSize(config.clients())
            .expireAfterAccess(config.window().multipliedBy(2))
            .executor(Runnable::run)
            .build();
  }

  /** Null if the request may go on, else what to answer; says in the headers what is left. */
  public @Nullable Problem refusal(RoutingContext context) {
    Allowance client = clients.get(ClientName.of(context), name -> new Allowance(config));
    Problem refusal = config.requests() > 0 ? count(client, context.response().headers()) : null;
    if (refusal == null && config.concurrent() > 0) {
      refusal = enter(client, context);
    }
    if (refusal != null) {
      meters.counter("tradewind.gateway.refused", "reason", refusal.code()).increment();
    }
    return refusal;
  }

  private @Nullable Problem count(Allowance client, MultiMap headers) {
    ConsumptionProbe probe = client.bucket().tryConsumeAndReturnRemaining(1);
    headers.set("RateLimit-Policy", policy);
    headers.set(
        "RateLimit",
        POLICY
            + ";r="
            + probe.getRemainingTokens()
            + ";t="
            + seconds(probe.getNanosToWaitForReset()));
    if (probe.isConsumed()) {
      return null;
    }
    headers.set("Retry-After", Long.toString(seconds(probe.getNanosToWaitForRefill())));
    return Problem.of(429, "too-many-requests", "You ask more often than is allowed.")
        .withDetail(
            "At most %d requests in %d seconds are answered."
                .formatted(config.requests(), config.window().toSeconds()))
        .withAdvice("Wait as long as Retry-After says; RateLimit tells what is left beforehand.");
  }

  private @Nullable Problem enter(Allowance client, RoutingContext context) {
    if (client.enter(config.concurrent())) {
      context.addEndHandler(end -> client.leave());
      return null;
    }
    context.response().headers().set("Retry-After", "1");
    return Problem.of(429, "too-many-at-once", "You ask too many things at the same time.")
        .withDetail("At most " + config.concurrent() + " requests may be under way at once.")
        .withAdvice("Wait until some are answered; each open event stream counts as one.");
  }

  private static long seconds(long nanos) {
    return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999L));
  }
}

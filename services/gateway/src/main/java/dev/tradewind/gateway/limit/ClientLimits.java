package dev.tradewind.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradewind.platform.problem.Problem;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
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
  private final String strangersPolicy;

  ClientLimits(LimitConfig config, MeterRegistry meters) {
    this.config = config;
    this.meters = meters;
    this.policy = policy(config.requests(), config.window());
    this.strangersPolicy = policy(config.strangers(), config.window());
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
    Allowance client = allowance(ClientName.of(context), config.requests());
    Problem refusal =
        config.requests() > 0
            ? count(client, config.requests(), policy, context.response().headers())
            : null;
    if (refusal == null && config.concurrent() > 0) {
      refusal = enter(client, context);
    }
    return told(refusal);
  }

  /**
   * Counts a request without good credentials, by the address it came from. Null if it is to be
   * told so, else what to answer instead.
   */
  public @Nullable Problem refusalOfStranger(RoutingContext context) {
    if (config.strangers() <= 0) {
      return null;
    }
    Allowance client = allowance("stranger " + ClientName.addressOf(context), config.strangers());
    return told(count(client, config.strangers(), strangersPolicy, context.response().headers()));
  }

  private Allowance allowance(String name, long requests) {
    return clients.get(name, client -> new Allowance(requests, config.window()));
  }

  private static String policy(long requests, Duration window) {
    return POLICY + ";q=" + requests + ";w=" + window.toSeconds();
  }

  private @Nullable Problem told(@Nullable Problem refusal) {
    if (refusal != null) {
      meters.counter("tradewind.gateway.refused", "reason", refusal.code()).increment();
    }
    return refusal;
  }

  private @Nullable Problem count(Allowance client, long requests, String told, MultiMap headers) {
    ConsumptionProbe probe = client.bucket().tryConsumeAndReturnRemaining(1);
    headers.set("RateLimit-Policy", told);
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
                .formatted(requests, config.window().toSeconds()))
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

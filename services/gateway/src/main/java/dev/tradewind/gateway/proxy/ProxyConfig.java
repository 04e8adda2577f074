package dev.tradewind.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Bounds on what is forwarded. */
@ConfigMapping(prefix = "tradewind.gateway")
public interface ProxyConfig {
  /** The largest request body, as sent (compressed or not). */
  @WithDefault("4G")
  MemorySize uploadLimit();

  /** How long to wait for a connection to a service. */
  @WithDefault("3S")
  Duration connectTimeout();

  /**
   * How long nothing may move before the answer's head is there: neither a byte of the request's
   * body nor the answer. An answer that has begun may pause as long as it likes, as event streams
   * do.
   */
  @WithDefault("30S")
  Duration answerTimeout();

  /** The same for single collections: {@code tradewind.gateway.answer-timeouts.rules=2M}. */
  Map<String, Duration> answerTimeouts();

  /** Connections to each service; event streams hold one each. As many requests may wait. */
  @WithDefault("512")
  int connections();

  /** Reads that broke off are sent once more. */
  Retry retry();

  /** When a service is given a rest. */
  Breaker breaker();

  /** How often reads that broke off are sent once more. */
  interface Retry {
    /** Repeats as a share of all reads of a service; 0 for none. */
    @WithDefault("0.1")
    double budget();

    /** Repeats that are possible at once, after quiet times. */
    @WithDefault("10")
    int burst();
  }

  /** When a service is given a rest. */
  interface Breaker {
    /** How many of the last requests are looked at. */
    @WithDefault("20")
    int requests();

    /** The share of them that must have failed; more than 1 for never. */
    @WithDefault("0.5")
    double failures();

    /** For how long nothing is sent then. */
    @WithDefault("5S")
    Duration rest();
  }
}

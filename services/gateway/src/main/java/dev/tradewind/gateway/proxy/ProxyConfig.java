package dev.tradewind.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

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

  /** Connections to each service; event streams hold one each. */
  @WithDefault("512")
  int connections();
}

package dev.tradewind.gateway.proxy;

import dev.tradewind.gateway.route.Service;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where the services are. */
@ConfigMapping(prefix = "tradewind.upstream")
public interface UpstreamConfig {
  /** Base address of ingest: scheme, host and port. */
  @WithDefault("http://localhost:8081")
  URI ingest();

  /** Base address of metrics: scheme, host and port. */
  @WithDefault("http://localhost:8082")
  URI metrics();

  /** Base address of alerts: scheme, host and port. */
  @WithDefault("http://localhost:8083")
  URI alerts();

  /** The base address of that service. */
  default URI of(Service service) {
    return switch (service) {
      case INGEST -> ingest();
      case METRICS -> metrics();
      case ALERTS -> alerts();
    };
  }
}

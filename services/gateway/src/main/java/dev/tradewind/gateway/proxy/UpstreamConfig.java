package dev.tradewind.gateway.proxy;

import dev.tradewind.gateway.route.Service;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Where the services are. Several addresses of one service, by commas, are asked in turn. */
@ConfigMapping(prefix = "tradewind.upstream")
public interface UpstreamConfig {
  /** Base addresses of ingest: scheme, host and port. */
  @WithDefault("http://localhost:8081")
  List<URI> ingest();

  /** Base addresses of metrics: scheme, host and port. */
  @WithDefault("http://localhost:8082")
  List<URI> metrics();

  /** Base addresses of alerts: scheme, host and port. */
  @WithDefault("http://localhost:8083")
  List<URI> alerts();

  /**
   * For how long one of several addresses is passed over after it took no connection or hung three
   * times in a row.
   */
  @WithDefault("10S")
  Duration passedOver();

  /** The base addresses of that service. */
  default List<URI> of(Service service) {
    return switch (service) {
      case INGEST -> ingest();
      case METRICS -> metrics();
      case ALERTS -> alerts();
    };
  }
}

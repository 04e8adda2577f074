package dev.tradewind.alerts.route;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the routing document comes from. */
@ConfigMapping(prefix = "tradewind.alerts.routing")
public interface RoutingConfig {
  /**
   * A mounted document, YAML or JSON. It is read at start and whenever it changes; the API cannot
   * change routing then.
   */
  Optional<Path> file();
}

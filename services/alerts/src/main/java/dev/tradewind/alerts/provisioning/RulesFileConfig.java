package dev.tradewind.alerts.provisioning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where rules are provisioned from. */
@ConfigMapping(prefix = "tradewind.alerts.rules")
public interface RulesFileConfig {
  /**
   * A YAML file as {@code GET /rules} exports it; without it, rules are written over the API only.
   */
  Optional<Path> file();

  /** How often the file is looked at. */
  @WithDefault("10s")
  Duration pollInterval();
}

package dev.tradewind.platform.lifecycle;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalLong;

/** The process on whose behalf this service runs, if it must not outlive it. */
@ConfigMapping(prefix = "tradewind.parent")
public interface ParentConfig {
  /** The process id of the launcher; absent where an orchestrator looks after the service. */
  OptionalLong pid();
}

package dev.tradewind.gateway.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The audit log. */
@ConfigMapping(prefix = "tradewind.audit")
public interface AuditConfig {
  /** How long entries are kept. */
  @WithDefault("P400D")
  Duration retention();

  /**
   * How many refused requests a minute are recorded by each replica; more are only counted in the
   * process's own log, so that nobody fills the database without credentials.
   */
  @WithDefault("600")
  int refusedPerMinute();
}

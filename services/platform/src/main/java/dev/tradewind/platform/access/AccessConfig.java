package dev.tradewind.platform.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may call without credentials. */
@ConfigMapping(prefix = "tradewind.access")
public interface AccessConfig {
  /** Who is let in without credentials; nobody unless configured. */
  @WithDefault("none")
  Anonymous anonymous();

  /** Callers without credentials. */
  enum Anonymous {
    /** Every request needs credentials. */
    NONE,
    /** Requests from this machine to a loopback name are let in: the standalone run and tests. */
    LOOPBACK,
    /**
     * Evaluation only: every request is let in, from anywhere, with all rights. Said at each start
     * as a warning.
     */
    UNSAFE_ANYONE
  }
}

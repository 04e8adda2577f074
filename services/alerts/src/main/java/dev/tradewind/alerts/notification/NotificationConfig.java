package dev.tradewind.alerts.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How messages are sent. */
@ConfigMapping(prefix = "tradewind.notifications")
public interface NotificationConfig {
  /**
   * How long one attempt may take; the message's row is locked meanwhile, and a change that
   * concerns it waits.
   */
  @WithDefault("5s")
  Duration timeout();

  /**
   * How often each replica looks for messages that are due. A new message does not wait for it: the
   * replica that evaluated the change sends it at once.
   */
  @WithDefault("1s")
  Duration pollInterval();

  /**
   * How often each replica looks at the clock: for silences that begin or end, reminders, months
   * that become overdue, digests, and a mounted routing document that changed.
   */
  @WithDefault("5s")
  Duration clockInterval();

  /** How attempts are repeated. */
  Retry retry();

  /** How attempts are repeated. */
  interface Retry {
    /** The wait after the first failed attempt; it doubles with each further one. */
    @WithDefault("1s")
    Duration initialDelay();

    /** The longest wait between attempts. */
    @WithDefault("1m")
    Duration maxDelay();

    /** After how many attempts a version is given up; without a value, never. */
    OptionalInt maxAttempts();
  }
}

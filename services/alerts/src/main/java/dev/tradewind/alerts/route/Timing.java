package dev.tradewind.alerts.route;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a message may go out. Waiting delays; nothing is dropped.
 *
 * @param mute names of intervals in which it may not
 * @param active names of intervals outside of which it may not; empty for always
 * @param repeatInterval after how long a reminder is sent while something fires; null for never
 */
public record Timing(List<String> mute, List<String> active, @Nullable Duration repeatInterval) {
  /** At any time, without reminders. */
  public static final Timing ANY = new Timing(List.of(), List.of(), null);

  /** Copies. */
  public Timing {
    mute = List.copyOf(mute);
    active = List.copyOf(active);
  }
}

package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.route.Timing;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The row of a message about incidents, locked.
 *
 * @param id of the notification
 * @param channel where it goes
 * @param state of the row
 * @param desired the version to tell, held incidents included
 * @param sent the version that was told; null if none was
 * @param held incidents that are not told, and why
 * @param timing when it may go out
 */
record Message(
    long id,
    String channel,
    String state,
    Telling desired,
    @Nullable Telling sent,
    Map<Long, String> held,
    Timing timing) {
  static final String PENDING = "pending";
  static final String HELD = "held";
  static final String NO_CHANNEL = "no-channel";

  Pipeline.Address address() {
    return new Pipeline.Address(channel, desired.group());
  }

  /** Whether it was recorded while nobody was there to hear it, and nothing was sent since. */
  boolean unheard() {
    return state.equals(NO_CHANNEL) && sent == null;
  }

  /** The incidents that the channel was told of: it is told of whatever becomes of them. */
  Set<Long> told() {
    return sent == null
        ? Set.of()
        : sent.members().stream().map(Member::incident).collect(Collectors.toSet());
  }

  /** What the channel is to be told, or told before. */
  Telling effective() {
    return desired.holding(held.keySet(), sent);
  }
}

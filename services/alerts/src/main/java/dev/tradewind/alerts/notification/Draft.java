package dev.tradewind.alerts.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reader knows and what is so: the next thing to send follows from both.
 *
 * @param told the last version that was sent; null if none was
 * @param now the desired version
 * @param reminder whether to say again what has not changed
 * @param acknowledged incidents that somebody took on: nobody is reminded of them
 */
public record Draft(@Nullable Telling told, Telling now, boolean reminder, Set<Long> acknowledged)
    implements Letter {
  /** Copies. */
  public Draft {
    acknowledged = Set.copyOf(acknowledged);
  }

  /** Without a reminder. */
  public Draft(@Nullable Telling told, Telling now) {
    this(told, now, false, Set.of());
  }

  /** Why something is sent. */
  public enum Reason {
    /** Nothing was sent of the group before. */
    FIRST,
    /** Incidents joined those that were told; others may have changed, too. */
    NEW_MEMBERS,
    /** Some of what was told is no alert any more, and the rest stands. */
    SOME_RESOLVED,
    /** Nothing that was told is an alert any more. */
    ALL_RESOLVED,
    /** What was told reads differently now. */
    CORRECTED,
    /** Nothing changed, and readers are to be reminded. */
    REPEAT,
    /** A reader knows all there is to know. */
    NOTHING_NEW;

    /** The name in logs, the delivery log and the API. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Why something has to be sent, if anything. */
  public Reason reason() {
    if (told == null) {
      return now.silent() ? Reason.NOTHING_NEW : Reason.FIRST;
    }
    Difference difference = Difference.between(told, now);
    if (difference.isEmpty()) {
      return reminder && !unacknowledged().firing().isEmpty() ? Reason.REPEAT : Reason.NOTHING_NEW;
    }
    if (difference.has(Change.Kind.NEW)) {
      return Reason.NEW_MEMBERS;
    }
    if (difference.has(Change.Kind.CLEARED)
        || difference.has(Change.Kind.WITHDRAWN)
        || difference.has(Change.Kind.RECOVERED)) {
      return now.firing().isEmpty() ? Reason.ALL_RESOLVED : Reason.SOME_RESOLVED;
    }
    return Reason.CORRECTED;
  }

  /** What a reminder says: what nobody took on. */
  public Telling unacknowledged() {
    return now.without(acknowledged);
  }

  @Override
  public List<String> owners() {
    return now.owners();
  }

  @Override
  public String why() {
    return reason().id();
  }

  @Override
  public boolean known() {
    return reason() == Reason.NOTHING_NEW;
  }
}

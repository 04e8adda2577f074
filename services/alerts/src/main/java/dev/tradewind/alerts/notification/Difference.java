package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.incident.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of one telling does not know of another. What reads the same is no difference: a
 * revision in the seventh digit is not news.
 *
 * @param changes by incident
 * @param relabelled whether the data are of another kind than was said
 */
public record Difference(List<Change> changes, boolean relabelled) {
  /** From what was told to what is. */
  public static Difference between(Telling told, Telling now) {
    String currency = now.group().series().currency();
    Map<Long, Member> before =
        told.members().stream().collect(Collectors.toMap(Member::incident, Function.identity()));
    List<Change> changes =
        now.members().stream()
            .flatMap(
                member ->
                    Stream.ofNullable(change(before.get(member.incident()), member, currency)))
            .sorted(
                Comparator.comparing(Change::kind).thenComparing(Change::now, Member.WORST_FIRST))
            .toList();
    return new Difference(changes, !told.labels().equals(now.labels()));
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    return changes.isEmpty() && !relabelled;
  }

  /** Whether some change is of that kind. */
  public boolean has(Change.Kind kind) {
    return changes.stream().anyMatch(change -> change.kind() == kind);
  }

  private static @Nullable Change change(@Nullable Member was, Member now, String currency) {
    Change.Kind kind = kind(was, now, currency);
    return kind == null ? null : new Change(kind, was, now);
  }

  private static Change.@Nullable Kind kind(@Nullable Member was, Member now, String currency) {
    if (was == null || !was.live()) {
      return switch (now.finding()) {
        case FIRING -> Change.Kind.NEW;
        case RECOVERED -> Change.Kind.RECOVERED;
        case CORRECTED, WITHDRAWN, CLOSED -> null;
      };
    }
    boolean toldFiring = was.finding() == Finding.FIRING;
    return switch (now.finding()) {
      case FIRING -> toldFiring ? ofFiring(was, now, currency) : Change.Kind.NEW;
      case RECOVERED -> toldFiring ? Change.Kind.CLEARED : null;
      case CORRECTED, CLOSED -> Change.Kind.CLEARED;
      case WITHDRAWN -> Change.Kind.WITHDRAWN;
    };
  }

  private static Change.@Nullable Kind ofFiring(Member was, Member now, String currency) {
    int severity = now.severity().compareTo(was.severity());
    if (severity != 0) {
      return severity > 0 ? Change.Kind.WORSENED : Change.Kind.EASED;
    }
    return now.readsLike(was, currency) ? null : Change.Kind.CORRECTED;
  }
}

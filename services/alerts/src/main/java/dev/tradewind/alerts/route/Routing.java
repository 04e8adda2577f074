package dev.tradewind.alerts.route;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tradewind.alerts.inhibition.Inhibition;
import dev.tradewind.alerts.matching.Matchers;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The whole configuration of who is told what and when, as one versioned document.
 *
 * @param version of the document; in a change, the one that was changed
 * @param owner who answers for notices and for rules without an owner; may be empty
 * @param route the root of the tree: it takes what no finer route takes
 * @param timeIntervals that routes refer to
 * @param inhibitions what keeps what from being told
 * @param notices besides incidents
 * @param digests the state of things in short
 */
@Schema(name = "Routing", description = "Who is told what and when.")
@JsonPropertyOrder({
  "version",
  "owner",
  "route",
  "timeIntervals",
  "inhibitions",
  "notices",
  "digests"
})
@RegisterForReflection
public record Routing(
    @Schema(examples = "0") int version,
    @Schema(examples = "trade-desk@example.org") String owner,
    Route route,
    List<TimeInterval> timeIntervals,
    List<Inhibition> inhibitions,
    Notices notices,
    List<DigestPlan> digests) {
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  /**
   * The nation keeps provinces of no higher severity from being told; of two rules that fire on one
   * region the critical one does the warning.
   */
  private static final List<Inhibition> USUAL =
      List.of(
          new Inhibition(
              Matchers.of(List.of("level=nation", "severity=critical")),
              Matchers.of(List.of("level=province")),
              List.of()),
          new Inhibition(
              Matchers.of(List.of("level=nation", "severity=warning")),
              Matchers.of(List.of("level=province", "severity=warning")),
              List.of()),
          new Inhibition(
              Matchers.of(List.of("severity=critical")),
              Matchers.of(List.of("severity=warning")),
              List.of("region")));

  /** What holds until somebody decides otherwise. */
  public static final Routing DEFAULT =
      new Routing(0, "", Route.EVERYTHING, List.of(), USUAL, Notices.OFF, List.of());

  /** Fills in what is absent: inhibitions are the usual ones unless given, even if as none. */
  public Routing {
    owner = owner == null ? "" : owner;
    route = route == null ? Route.EVERYTHING : route;
    timeIntervals = timeIntervals == null ? List.of() : List.copyOf(timeIntervals);
    inhibitions = inhibitions == null ? USUAL : List.copyOf(inhibitions);
    notices = notices == null ? Notices.OFF : notices;
    digests = digests == null ? List.of() : List.copyOf(digests);
  }

  /** The same as another version. */
  Routing as(int other) {
    return new Routing(other, owner, route, timeIntervals, inhibitions, notices, digests);
  }

  /**
   * Where an incident goes.
   *
   * @param labels of the incident
   * @param receivers that its rule names; they replace those of the route that takes it first
   */
  public List<Destination> destinations(Map<String, String> labels, List<String> receivers) {
    List<Destination> found = new ArrayList<>();
    route.find(labels, "route", (place, node) -> found.add(Destination.of(place, node)));
    return receivers.isEmpty() || found.isEmpty() ? found : List.of(found.get(0).to(receivers));
  }

  /** The places at which it names that channel, such as {@code route.routes[0].receivers}. */
  public List<String> naming(String channel) {
    List<String> places = new ArrayList<>();
    route.naming(channel, "route", places);
    if (notices.allClear().receivers().contains(channel)) {
      places.add("notices.allClear.receivers");
    }
    if (notices.overdue().receivers().contains(channel)) {
      places.add("notices.overdue.receivers");
    }
    for (int i = 0; i < digests.size(); i++) {
      if (digests.get(i).receivers().contains(channel)) {
        places.add("digests[" + i + "].receivers");
      }
    }
    return places;
  }

  /** The first moment not before that one at which a message of that timing may go out. */
  public Instant opens(Timing timing, Instant now) {
    if (open(timing, now)) {
      return now;
    }
    return Stream.of(timing.mute(), timing.active())
        .flatMap(names -> TimeInterval.named(timeIntervals, names).stream())
        .flatMap(interval -> interval.edges(now))
        .sorted()
        .filter(edge -> open(timing, edge))
        .findFirst()
        .orElse(now.plus(LOOK_AGAIN));
  }

  private boolean open(Timing timing, Instant now) {
    List<TimeInterval> active = TimeInterval.named(timeIntervals, timing.active());
    return TimeInterval.named(timeIntervals, timing.mute()).stream()
            .noneMatch(interval -> interval.contains(now))
        && (active.isEmpty() || active.stream().anyMatch(interval -> interval.contains(now)));
  }
}

package dev.tradewind.alerts.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradewind.alerts.matching.Matchers;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of routes. What it does not say, it takes from the node above.
 *
 * @param match what incidents it is for; all if empty
 * @param receivers names of the channels; empty at the root for all channels
 * @param groupBy labels that all incidents of a message have in common, besides series and period
 * @param repeatInterval after how long what still fires is told again; {@code PT0S} for never
 * @param mute time intervals in which nothing is sent
 * @param active time intervals outside of which nothing is sent
 * @param goOn whether the next routes are tried as well after this one matched
 * @param routes finer ones: the first that matches takes the incident
 */
@Schema(name = "Route", description = "Where incidents go, and when.")
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record Route(
    @Schema(type = SchemaType.ARRAY, implementation = String.class, examples = "[\"region=CN-YN\"]")
        Matchers match,
    @Nullable List<String> receivers,
    @Schema(examples = "[\"rule\"]") @Nullable List<String> groupBy,
    @Schema(implementation = String.class, examples = "P28D") @Nullable Duration repeatInterval,
    @Nullable List<String> mute,
    @Nullable List<String> active,
    @JsonProperty("continue") boolean goOn,
    List<Route> routes) {
  /** Everything to all channels, a message a series and period, at any time. */
  public static final Route EVERYTHING =
      new Route(Matchers.NONE, List.of(), List.of(), null, null, null, false, List.of());

  /** Copies. */
  public Route {
    match = match == null ? Matchers.NONE : match;
    receivers = receivers == null ? null : List.copyOf(receivers);
    groupBy = groupBy == null ? null : List.copyOf(groupBy);
    mute = mute == null ? null : List.copyOf(mute);
    active = active == null ? null : List.copyOf(active);
    routes = routes == null ? List.of() : List.copyOf(routes);
  }

  /** The same, with what it does not say taken from the node above. */
  Route under(Route above) {
    return new Route(
        match,
        receivers == null || receivers.isEmpty() ? above.receivers : receivers,
        groupBy == null ? above.groupBy : groupBy,
        repeatInterval == null ? above.repeatInterval : repeatInterval,
        mute == null ? above.mute : mute,
        active == null ? above.active : active,
        goOn,
        routes);
  }

  /** Tells of the nodes that take an incident of those labels, with their places in the tree. */
  boolean find(Map<String, String> labels, String place, BiConsumer<String, Route> taker) {
    if (!match.match(labels)) {
      return false;
    }
    boolean taken = false;
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      if (route.under(this).find(labels, place + ".routes[" + i + "]", taker)) {
        taken = true;
        if (!route.goOn) {
          break;
        }
      }
    }
    if (!taken) {
      taker.accept(place, this);
    }
    return true;
  }

  void naming(String channel, String place, List<String> places) {
    if (receivers != null && receivers.contains(channel)) {
      places.add(place + ".receivers");
    }
    for (int i = 0; i < routes.size(); i++) {
      routes.get(i).naming(channel, place + ".routes[" + i + "]", places);
    }
  }

  Timing timing() {
    return new Timing(
        mute == null ? List.of() : mute,
        active == null ? List.of() : active,
        repeatInterval == null || repeatInterval.isZero() ? null : repeatInterval);
  }
}

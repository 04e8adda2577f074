package dev.tradewind.alerts.route;

import java.util.List;

/**
 * What routing decides about an incident.
 *
 * @param place of the route in the document, such as {@code route.routes[0]}
 * @param receivers names of channels; empty for all
 * @param groupBy labels to group by
 * @param timing when
 */
public record Destination(
    String place, List<String> receivers, List<String> groupBy, Timing timing) {
  /** Copies. */
  public Destination {
    receivers = List.copyOf(receivers);
    groupBy = List.copyOf(groupBy);
  }

  static Destination of(String place, Route route) {
    return new Destination(
        place,
        route.receivers() == null ? List.of() : route.receivers(),
        route.groupBy() == null ? List.of() : route.groupBy(),
        route.timing());
  }

  Destination to(List<String> others) {
    return new Destination(place, others, groupBy, timing);
  }
}

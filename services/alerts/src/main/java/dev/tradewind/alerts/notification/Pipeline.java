package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.matching.Labels;
import dev.tradewind.alerts.route.Destination;
import dev.tradewind.alerts.route.Routing;
import dev.tradewind.alerts.route.Timing;
import dev.tradewind.alerts.silence.Silence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From the incidents of a series and period to what each channel should be told of them: inhibit,
 * silence, route, group. Whether it has been told already, and getting it there, comes after.
 */
final class Pipeline {
  /** What all groups have in common anyway. */
  private static final Set<String> COMMON =
      Set.of(Labels.PARTNER, Labels.SECTOR, Labels.WINDOW, Labels.CURRENCY, Labels.PERIOD);

  /** Where a message lives. */
  record Address(String channel, Group group) {}

  /**
   * What a message should tell of.
   *
   * @param candidates its incidents
   * @param timing when it may go out
   */
  record Share(List<Candidate> candidates, Timing timing) {
    /** The ids of its incidents but for those. */
    Set<Long> without(Set<Long> others) {
      return candidates.stream()
          .map(Candidate::id)
          .filter(id -> !others.contains(id))
          .collect(Collectors.toSet());
    }
  }

  private final Routing routing;
  private final List<String> channels;
  private final Hold hold;

  Pipeline(Routing routing, List<Silence> silences, List<String> channels) {
    this.routing = routing;
    this.channels = List.copyOf(channels);
    this.hold = Hold.inhibiting(routing.inhibitions()).or(Hold.silencing(silences));
  }

  /** The incidents that are kept from being told, and why. */
  Map<Long, String> held(List<Candidate> all) {
    Map<Long, String> held = new TreeMap<>();
    for (Candidate candidate : all) {
      String reason = held(candidate.labels(), candidate, all);
      if (reason != null) {
        held.put(candidate.id(), reason);
      }
    }
    return held;
  }

  /** Why an incident of those labels is kept from being told; null if it is not. */
  @Nullable String held(
      Map<String, String> labels, @Nullable Candidate itself, List<Candidate> all) {
    return hold.reason(labels, itself, all);
  }

  /** The messages that the incidents belong in. */
  Map<Address, Share> shares(Group base, List<Candidate> all) {
    Map<Address, Share> shares = new LinkedHashMap<>();
    for (Candidate candidate : all) {
      for (Destination destination :
          routing.destinations(candidate.labels(), candidate.receivers())) {
        Group group = group(base, candidate, destination.groupBy());
        for (String channel : existing(destination.receivers())) {
          Share share =
              shares.computeIfAbsent(
                  new Address(channel, group),
                  address -> new Share(new ArrayList<>(), destination.timing()));
          if (!share.candidates().contains(candidate)) {
            share.candidates().add(candidate);
          }
        }
      }
    }
    return shares;
  }

  /** A name that no channel has any more must not swallow anything: then all are told. */
  List<String> existing(List<String> receivers) {
    List<String> existing = receivers.stream().filter(channels::contains).distinct().toList();
    return existing.isEmpty() ? channels : existing;
  }

  private static Group group(Group base, Candidate candidate, List<String> groupBy) {
    SortedMap<String, String> labels = new TreeMap<>();
    Map<String, String> own = new HashMap<>(candidate.labels());
    groupBy.stream()
        .filter(label -> !COMMON.contains(label))
        .forEach(label -> labels.put(label, own.getOrDefault(label, "")));
    return new Group(base.series(), base.period(), labels);
  }
}

package dev.tradewind.alerts.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All channels, configured and stored, and the way to each: metered, bounded, forgiving. What is
 * stored is as of the last {@link #refresh}.
 */
@ApplicationScoped
public class Receivers {
  private record Way(Receiver receiver, Delivery delivery) {}

  private final List<Receiver> configured;
  private final ReceiverSource stored;
  private final NotificationConfig config;
  private final MeterRegistry meters;
  private volatile Map<String, Way> ways;

  Receivers(
      @All List<Receiver> configured,
      ReceiverSource stored,
      NotificationConfig config,
      MeterRegistry meters) {
    this.configured = configured;
    this.stored = stored;
    this.config = config;
    this.meters = meters;
    this.ways = ways(List.of());
  }

  /** Takes in what is stored now; waits for the database. */
  public void refresh() {
    ways = ways(stored.receivers());
  }

  /** Those of the configuration, which nobody can change over the API. */
  List<Receiver> ofConfiguration() {
    return configured;
  }

  /** All channels. */
  public List<Receiver> all() {
    return ways.values().stream().map(Way::receiver).toList();
  }

  /** Those that something can be sent to. */
  String[] configured() {
    return all().stream()
        .filter(Receiver::configured)
        .map(Receiver::channel)
        .toArray(String[]::new);
  }

  /**
   * Whether messages to that channel are to be sent, be it later. One that is not known here was
   * made on another replica a moment ago.
   */
  boolean awaited(String channel) {
    Receiver receiver = receiver(channel);
    return receiver == null || receiver.awaited();
  }

  /** The channel of that name; null if there is none any more. */
  public @Nullable Receiver receiver(String channel) {
    Way way = ways.get(channel);
    return way == null ? null : way.receiver();
  }

  /**
   * The way to that channel.
   *
   * @throws IllegalArgumentException if there is none any more
   */
  public Delivery delivery(String channel) {
    Way way = ways.get(channel);
    if (way == null) {
      throw new IllegalArgumentException("there is no channel " + channel);
    }
    return way.delivery();
  }

  private Map<String, Way> ways(List<Receiver> more) {
    List<Receiver> all = new ArrayList<>(configured);
    all.addAll(more);
    Map<String, Way> byName = new LinkedHashMap<>();
    for (Receiver receiver : all) {
      byName.putIfAbsent(receiver.channel(), new Way(receiver, way(receiver)));
    }
    return Collections.unmodifiableMap(byName);
  }

  private Delivery way(Receiver receiver) {
    Delivery bounded =
        new BoundedDelivery(new ForgivingDelivery(receiver.delivery()), config.timeout());
    return new MeteredDelivery(bounded, receiver.channel(), meters);
  }
}

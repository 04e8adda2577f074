package dev.tradewind.alerts.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All channels, and the way to each: metered, bounded, forgiving. */
@ApplicationScoped
public class Receivers {
  private final Map<String, Receiver> receivers = new LinkedHashMap<>();
  private final Map<String, Delivery> deliveries = new LinkedHashMap<>();

  Receivers(@All List<Receiver> all, NotificationConfig config, MeterRegistry meters) {
    for (Receiver receiver : all) {
      receivers.put(receiver.channel(), receiver);
      Delivery bounded =
          new BoundedDelivery(new ForgivingDelivery(receiver.delivery()), config.timeout());
      deliveries.put(receiver.channel(), new MeteredDelivery(bounded, receiver.channel(), meters));
    }
  }

  /** All channels. */
  List<Receiver> all() {
    return List.copyOf(receivers.values());
  }

  /** Those that something can be sent to. */
  String[] configured() {
    return receivers.values().stream()
        .filter(Receiver::configured)
        .map(Receiver::channel)
        .toArray(String[]::new);
  }

  /** The channel of that name; null if it is no longer configured. */
  @Nullable Receiver receiver(String channel) {
    return receivers.get(channel);
  }

  /** The way to that channel. */
  Delivery delivery(String channel) {
    Delivery delivery = deliveries.get(channel);
    if (delivery == null) {
      throw new IllegalArgumentException("there is no channel " + channel);
    }
    return delivery;
  }
}

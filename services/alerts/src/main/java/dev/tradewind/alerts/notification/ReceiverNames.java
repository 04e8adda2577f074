package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.route.ChannelNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All receivers, by name. */
@ApplicationScoped
class ReceiverNames implements ChannelNames {
  private final Receivers receivers;

  ReceiverNames(Receivers receivers) {
    this.receivers = receivers;
  }

  @Override
  public List<String> names() {
    return receivers.all().stream().map(Receiver::channel).toList();
  }
}

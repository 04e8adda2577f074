package dev.tradewind.alerts.channel;

import dev.tradewind.alerts.notification.Receiver;
import dev.tradewind.alerts.notification.ReceiverSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The channels of the API as receivers. */
@ApplicationScoped
class StoredChannels implements ReceiverSource {
  @Override
  public List<Receiver> receivers() {
    return List.of();
  }
}

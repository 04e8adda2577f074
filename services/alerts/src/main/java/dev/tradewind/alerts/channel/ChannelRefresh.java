package dev.tradewind.alerts.channel;

import dev.tradewind.alerts.notification.Receivers;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Takes in what other replicas stored, and what changed in mounted files. */
@ApplicationScoped
class ChannelRefresh {
  private static final Logger LOG = Logger.getLogger(ChannelRefresh.class);

  private final Receivers receivers;

  ChannelRefresh(Receivers receivers) {
    this.receivers = receivers;
  }

  @Scheduled(
      every = "${tradewind.notifications.channel-refresh:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void refresh() {
    try {
      receivers.refresh();
    } catch (RuntimeException e) {
      // The database is away; what is known goes on.
      LOG.debug("channels stay as they were", e);
    }
  }
}

package dev.tradewind.alerts.notification;

import java.util.List;

/** Where receivers come from, besides those that are configured. */
public interface ReceiverSource {
  /** The channels as they are stored now; those whose secret cannot be had are not configured. */
  List<Receiver> receivers();
}

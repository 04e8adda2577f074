package dev.tradewind.alerts.route;

import dev.tradewind.alerts.store.Transaction;
import java.util.Collection;
import java.util.List;

/** The channels that rules and routing documents may name. */
public interface ChannelNames {
  /** All of them, also those that another replica made a moment ago. */
  List<String> names(Transaction transaction);

  /** What is wrong with naming a channel that is not among those. */
  static String unknown(String name, Collection<String> known) {
    return "there is no channel '" + name + "'; use one of " + String.join(", ", known) + ".";
  }
}

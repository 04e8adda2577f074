package dev.tradewind.alerts.route;

import java.util.List;

/** The channels that a routing document may name. */
public interface ChannelNames {
  /** All of them. */
  List<String> names();
}

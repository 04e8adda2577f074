package dev.tradewind.alerts.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name; may wait. */
@FunctionalInterface
public interface NameLookup {
  /** The system's own. */
  NameLookup SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /** All addresses of a host. */
  List<InetAddress> addresses(String host) throws UnknownHostException;
}

package dev.tradewind.alerts.outbound;

import dev.tradewind.alerts.notification.RefusedException;

/** The name of a host leads to an address that must not be called. Nothing was sent. */
public final class AddressRefusedException extends RefusedException {
  AddressRefusedException() {
    super(
        "the name of its host leads to an address that is not public; if that is meant, name the"
            + " host in tradewind.notifications.allow-private-addresses");
  }
}

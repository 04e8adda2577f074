package dev.tradewind.alerts.notification;

import java.util.List;

/** What a channel is to say next. */
public sealed interface Letter permits Draft, Notice {
  /** Who looks after what it tells; empty if nobody is named. */
  List<String> owners();

  /** Why it is sent, as the delivery log says it, such as {@code first} or {@code digest}. */
  String why();

  /** Whether a reader knows all of it already. */
  boolean known();
}

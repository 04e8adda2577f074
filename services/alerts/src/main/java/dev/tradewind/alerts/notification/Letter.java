package dev.tradewind.alerts.notification;

import java.util.List;

/** What a channel is to say next. */
public sealed interface Letter permits Draft, Notice {
  /** Who looks after what it tells; empty if nobody is named. */
  List<String> owners();
}

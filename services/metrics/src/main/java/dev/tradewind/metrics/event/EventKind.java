package dev.tradewind.metrics.event;

import java.util.Arrays;
import java.util.List;

/** What sort of thing an event is. */
enum EventKind {
  TARIFF("tariff"),
  DE_MINIMIS("de-minimis"),
  TRUCE("truce"),
  EXPORT_CONTROL("export-control"),
  TALKS("talks"),
  ORDER("order"),
  OTHER("other");

  static final List<String> IDS = Arrays.stream(values()).map(kind -> kind.id).toList();

  private final String id;

  EventKind(String id) {
    this.id = id;
  }
}

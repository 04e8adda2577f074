package dev.tradewind.standalone.system;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The four services. */
public enum Service {
  /** Files in, blocks out. */
  INGEST(true),
  /** Blocks in, indicators out. */
  METRICS(true),
  /** Indicators in, Slack messages out. */
  ALERTS(true),
  /** The one address for clients. */
  GATEWAY(false);

  private final boolean database;

  Service(boolean database) {
    this.database = database;
  }

  /** Its name: of its directory, its database, its log. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean hasDatabase() {
    return database;
  }

  static List<String> databases() {
    return Arrays.stream(values()).filter(Service::hasDatabase).map(Service::id).toList();
  }
}

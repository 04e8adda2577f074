package dev.tradewind.standalone.system;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The four services. */
public enum Service {
  /** Files in, blocks out. */
  INGEST,
  /** Blocks in, indicators out. */
  METRICS,
  /** Indicators in, Slack messages out. */
  ALERTS,
  /** The one address for clients. */
  GATEWAY;

  /** Its name: of its directory, its database, its log. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> databases() {
    return Arrays.stream(values()).map(Service::id).toList();
  }
}

package dev.tradewind.gateway.route;

import java.util.Locale;

/** A service behind the gateway. */
public enum Service {
  /** Takes files and answers for submissions. */
  INGEST,
  /** Answers for facts and indicators. */
  METRICS,
  /** Answers for rules, incidents and deliveries. */
  ALERTS;

  /** As it is called in configuration, documents and answers: {@code ingest}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

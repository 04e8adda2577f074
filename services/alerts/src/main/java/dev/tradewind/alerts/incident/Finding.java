package dev.tradewind.alerts.incident;

/** What one period's figures mean for an incident. */
public enum Finding {
  /** They deserve an alert. */
  FIRING,
  /** They end an alert of an earlier period. */
  RECOVERED,
  /** They deserved one until a revision. */
  CORRECTED,
  /** They were taken back. */
  WITHDRAWN,
  /** Their rule no longer applies: it was disabled, deleted, or watches something else. */
  CLOSED;

  /** Whether the period still says something of the incident. */
  public boolean live() {
    return this == FIRING || this == RECOVERED;
  }
}

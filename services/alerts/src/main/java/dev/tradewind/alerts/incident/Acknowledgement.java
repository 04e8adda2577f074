package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.rule.Severity;

/**
 * That somebody took an incident on.
 *
 * @param severity that was taken on: a worse one is firing again
 */
record Acknowledgement(Severity severity) {
  boolean covers(Severity other) {
    return other.compareTo(severity) <= 0;
  }
}

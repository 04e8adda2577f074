package dev.tradewind.alerts.notification;

/** Outcomes as logs, metrics and the delivery log name them. */
final class Outcomes {
  private Outcomes() {}

  static String name(Outcome outcome) {
    if (outcome instanceof Outcome.Delivered) {
      return "delivered";
    }
    return outcome instanceof Outcome.Refused ? "refused" : "postponed";
  }
}

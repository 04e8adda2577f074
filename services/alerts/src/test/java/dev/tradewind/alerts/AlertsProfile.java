package dev.tradewind.alerts;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Anonymous access for REST assertions, and retries that a test can wait for. */
public final class AlertsProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "tradewind.access.anonymous", "loopback",
        "tradewind.public-url", "https://tradewind.example",
        "tradewind.alerts.stream.poll-interval", "200ms",
        "tradewind.alerts.stream.heartbeat", "1s",
        "tradewind.notifications.poll-interval", "100ms",
        "tradewind.notifications.clock-interval", "200ms",
        "tradewind.notifications.timeout", "2s",
        "tradewind.notifications.retry.initial-delay", "50ms");
  }
}

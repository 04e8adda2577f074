package dev.tradewind.alerts;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Anonymous access for REST assertions, and retries that a test can wait for. */
public final class AlertsProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.ofEntries(
        Map.entry("tradewind.access.anonymous", "loopback"),
        Map.entry("tradewind.public-url", "https://tradewind.example"),
        Map.entry("tradewind.alerts.requests.patience", "3s"),
        Map.entry("tradewind.alerts.stream.poll-interval", "200ms"),
        Map.entry("tradewind.alerts.stream.heartbeat", "1s"),
        Map.entry("tradewind.notifications.poll-interval", "100ms"),
        Map.entry("tradewind.notifications.clock-interval", "200ms"),
        Map.entry("tradewind.notifications.channel-refresh", "1s"),
        Map.entry("tradewind.notifications.timeout", "2s"),
        Map.entry("tradewind.notifications.retry.initial-delay", "50ms"));
  }
}

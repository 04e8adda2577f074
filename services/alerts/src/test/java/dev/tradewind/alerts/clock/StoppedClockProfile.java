package dev.tradewind.alerts.clock;

import dev.tradewind.alerts.AlertsProfile;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** The service does not look at the clock by itself: the tests say what time it is. */
public final class StoppedClockProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(new AlertsProfile().getConfigOverrides());
    settings.put("tradewind.notifications.clock-interval", "1h");
    return settings;
  }
}

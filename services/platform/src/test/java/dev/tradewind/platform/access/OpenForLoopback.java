package dev.tradewind.platform.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As the standalone run is configured. */
public class OpenForLoopback implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("tradewind.access.anonymous", "loopback");
  }
}

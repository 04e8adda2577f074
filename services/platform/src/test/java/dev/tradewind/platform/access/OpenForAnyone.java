package dev.tradewind.platform.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As an evaluation in a cluster is configured. */
public class OpenForAnyone implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("tradewind.access.anonymous", "unsafe-anyone");
  }
}

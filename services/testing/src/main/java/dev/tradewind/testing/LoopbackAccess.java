package dev.tradewind.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Opens the packaged service under test for this machine, as the test profile does for one that
 * runs inside the tests.
 */
public final class LoopbackAccess implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of("tradewind.access.anonymous", "loopback");
  }

  @Override
  public void stop() {
    // Nothing was started.
  }
}

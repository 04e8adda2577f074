package dev.tradewind.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A real Kafka broker with Tradewind's topics (three, two and two partitions), shared by all tests
 * of the JVM: what other tests sent is there, so tests look for records of their own keys.
 */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of(
        "kafka.bootstrap.servers",
        SharedParts.addressOf(SharedParts.Part.KAFKA),
        // The broker logs into the same place as the service under test.
        "quarkus.log.category.\"kafka\".level",
        "ERROR",
        "quarkus.log.category.\"org.apache.kafka\".level",
        "WARN",
        "quarkus.log.category.\"state.change.logger\".level",
        "ERROR");
  }

  @Override
  public void stop() {
    // Shared: it ends with the JVM.
  }
}

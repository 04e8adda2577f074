package dev.tradewind.testing;

import dev.tradewind.contracts.Topics;
import dev.tradewind.embedded.EmbeddedKafka;
import dev.tradewind.embedded.EmbeddedPostgres;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One broker and one database server for all tests of a JVM. Quarkus loads test resources anew for
 * each test profile, so what is shared is remembered where all class loaders look: in the system
 * properties. The parts end with the JVM.
 */
final class SharedParts {
  private static final String KAFKA = "tradewind.testing.kafka";
  private static final String POSTGRES = "tradewind.testing.postgres";

  /** More than one each, so that no test passes by luck of the order; two replicas share them. */
  private static final Map<String, Integer> PARTITIONS =
      Map.of(Topics.EXPORTS, 3, Topics.SUBMISSIONS, 2, Topics.INDICATORS, 2);

  private SharedParts() {}

  /** The broker's address; its topics exist. */
  static String kafka() {
    return once(
        KAFKA,
        () -> {
          EmbeddedKafka kafka = EmbeddedKafka.temporary().start();
          endWithJvm(kafka);
          kafka.createTopics(PARTITIONS);
          return kafka.bootstrapServers();
        });
  }

  /** The database server's port. */
  static int postgres() {
    return Integer.parseInt(
        once(
            POSTGRES,
            () -> {
              EmbeddedPostgres postgres = EmbeddedPostgres.temporary().start();
              endWithJvm(postgres);
              return String.valueOf(postgres.port());
            }));
  }

  private static String once(String key, Supplier<String> start) {
    // The lock, too, must be one that all class loaders share.
    synchronized (System.getProperties()) {
      String known = System.getProperty(key);
      if (known == null) {
        known = start.get();
        System.setProperty(key, known);
      }
      return known;
    }
  }

  private static void endWithJvm(AutoCloseable part) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    part.close();
                  } catch (Exception e) {
                    throw new IllegalStateException("a shared part did not end", e);
                  }
                },
                "end-of-shared-part"));
  }
}

package dev.tradewind.testing;

import dev.tradewind.contracts.Topics;
import dev.tradewind.embedded.EmbeddedKafka;
import dev.tradewind.embedded.EmbeddedPostgres;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One broker and one database server for all tests of a JVM, ending with it. Quarkus loads test
 * resources anew for each test profile and closes the class loader of the last, so the parts live
 * in the JVM's own class loader, behind {@link #addressOf}.
 */
final class SharedParts {
  /** More than one each, so that no test passes by luck of the order; two replicas share them. */
  private static final Map<String, Integer> PARTITIONS =
      Map.of(Topics.EXPORTS, 3, Topics.SUBMISSIONS, 2, Topics.INDICATORS, 2);

  /** A broker says much at INFO; held here, since loggers that nobody holds lose their level. */
  private static final List<Logger> QUIET =
      Stream.of("kafka", "org.apache.kafka", "state.change.logger", "io.zonky")
          .map(Logger::getLogger)
          .toList();

  private static @Nullable EmbeddedKafka kafka;
  private static @Nullable EmbeddedPostgres postgres;

  private SharedParts() {}

  /** The parts by name. */
  enum Part {
    KAFKA,
    POSTGRES
  }

  /** Starts the part unless it runs, and says where: {@code host:port}. */
  static String addressOf(Part part) {
    ClassLoader lasting = ClassLoader.getSystemClassLoader();
    Thread thread = Thread.currentThread();
    ClassLoader context = thread.getContextClassLoader();
    try {
      Method start =
          lasting
              .loadClass(SharedParts.class.getName())
              .getDeclaredMethod(part == Part.KAFKA ? "kafka" : "postgres");
      start.setAccessible(true);
      // Kafka looks for its plug-ins in the thread's class loader, and its threads inherit it.
      thread.setContextClassLoader(lasting);
      return (String) start.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot start " + part + " for the tests", e);
    } finally {
      thread.setContextClassLoader(context);
    }
  }

  static synchronized String kafka() {
    if (kafka == null) {
      QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
      EmbeddedKafka started = EmbeddedKafka.temporary().start();
      endWithJvm(started);
      started.createTopics(PARTITIONS);
      kafka = started;
    }
    return kafka.bootstrapServers();
  }

  static synchronized String postgres() {
    if (postgres == null) {
      EmbeddedPostgres started = EmbeddedPostgres.temporary().start();
      endWithJvm(started);
      postgres = started;
    }
    return postgres.host() + ":" + postgres.port();
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

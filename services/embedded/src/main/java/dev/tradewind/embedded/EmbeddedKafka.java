package dev.tradewind.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker (KRaft, one node that is also the controller) in this JVM, on loopback ports
 * that stay the same over {@link #stop} and {@link #start}. On a lasting directory the topics,
 * their ids and their records outlive the JVM.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(60);

  private final DataDirectory directory;
  private final int port = Loopback.freePort();
  private final int controllerPort = Loopback.freePort();
  private @Nullable KafkaRaftServer server;

  private EmbeddedKafka(DataDirectory directory) {
    this.directory = directory;
  }

  /** A broker whose data go when it closes; not started. */
  public static EmbeddedKafka temporary() {
    return new EmbeddedKafka(DataDirectory.temporary("tradewind-kafka"));
  }

  /** A broker on a directory that it keeps, new or of an earlier run; not started. */
  public static EmbeddedKafka at(Path dataDirectory) {
    return new EmbeddedKafka(DataDirectory.lasting(dataDirectory));
  }

  /** What clients name as {@code bootstrap.servers}, also while the broker is stopped. */
  public String bootstrapServers() {
    return Loopback.HOST + ":" + port;
  }

  /** Formats the directory if it is new, starts the broker and returns when it serves clients. */
  public synchronized EmbeddedKafka start() {
    if (server != null) {
      throw new IllegalStateException("the broker runs already");
    }
    Map<String, String> settings = KafkaSettings.of(directory.path(), port, controllerPort);
    format(directory.path());
    KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
    starting.startup();
    server = starting;
    return this;
  }

  /** Stops the broker as an administrator would; its records stay. Nothing if it does not run. */
  public synchronized void stop() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
  }

  /**
   * Creates the topics that do not exist yet, keeping everything for ever, and waits until each
   * partition has a leader.
   *
   * @param partitions the number of partitions by topic name
   */
  public void createTopics(Map<String, Integer> partitions) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      for (var topic : partitions.entrySet()) {
        NewTopic wanted =
            new NewTopic(topic.getKey(), Optional.of(topic.getValue()), Optional.of((short) 1))
                .configs(KafkaSettings.TOPIC);
        try {
          admin.createTopics(List.of(wanted)).all().get(READY.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw e;
          }
        }
      }
      awaitLeaders(admin, partitions);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("cannot create the topics " + partitions.keySet(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while creating topics", e);
    }
  }

  @Override
  public void close() {
    stop();
    directory.deleteIfTemporary();
  }

  private static void format(Path directory) {
    try {
      new Formatter()
          .setNodeId(KafkaSettings.NODE)
          .setClusterId(KafkaSettings.CLUSTER)
          .setDirectories(List.of(directory.toString()))
          .setMetadataLogDirectory(directory.toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setControllerListenerName(KafkaSettings.CONTROLLER)
          .setIgnoreFormatted(true)
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
          .run();
    } catch (Exception e) {
      throw new KafkaException("cannot format " + directory + " for Kafka", e);
    }
  }

  private static void awaitLeaders(Admin admin, Map<String, Integer> partitions)
      throws InterruptedException, ExecutionException, TimeoutException {
    long deadline = System.nanoTime() + READY.toNanos();
    while (!haveLeaders(admin, partitions)) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("no leader for some partition of " + partitions.keySet());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static boolean haveLeaders(Admin admin, Map<String, Integer> partitions)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<String, TopicDescription> found = new HashMap<>();
    try {
      found.putAll(
          admin
              .describeTopics(partitions.keySet())
              .allTopicNames()
              .get(READY.toSeconds(), TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      // The broker's own metadata follow the controller's a moment later.
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw e;
    }
    return found.values().stream()
        .flatMap(topic -> topic.partitions().stream())
        .allMatch(partition -> isReal(partition.leader()));
  }

  private static boolean isReal(@Nullable Node node) {
    return node != null && !node.isEmpty();
  }
}

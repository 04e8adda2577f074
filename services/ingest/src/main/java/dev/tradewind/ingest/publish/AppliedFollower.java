package dev.tradewind.ingest.publish;

import dev.tradewind.contracts.Topics;
import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.MessageCodec;
import dev.tradewind.ingest.store.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Learns from Kafka which submissions metrics has applied; hearing it twice changes nothing. */
@Singleton
class AppliedFollower {
  private static final Logger LOG = Logger.getLogger(AppliedFollower.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final long PATIENCE_AT_END = 5_000;

  /** Whoever applied it has heard of it: there is nothing left to announce. */
  private static final String APPLIED =
      """
      update submission set state = 'applied', applied_at = $2, reason = null, due_at = null,
        announced_at = coalesce(announced_at, clock_timestamp()), updated_at = clock_timestamp()
      where id = $1 and state = 'published'
      """;

  private static final String CLOSED =
      """
      update submission set closed_at = $2, reason = null, due_at = null, updated_at = clock_timestamp()
      where id = $1 and state = 'withdrawn' and closed_at is null
      """;

  private final Database database;
  private final KafkaConfig config;
  private final Map<String, Object> settings;
  private @Nullable Thread thread;
  private volatile @Nullable Consumer<byte[], byte[]> consumer;
  private volatile boolean stopping;

  AppliedFollower(
      Database database,
      KafkaConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.database = database;
    this.config = config;
    settings = new HashMap<>(kafka);
    settings.keySet().retainAll(ConsumerConfig.configNames());
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.group());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
  }

  void start(@Observes StartupEvent event) {
    Thread started = new Thread(this::follow, "ingest-applied");
    started.setDaemon(true);
    started.start();
    thread = started;
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    Thread running = thread;
    if (running == null) {
      return;
    }
    Consumer<byte[], byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    } else {
      running.interrupt();
    }
    running.join(PATIENCE_AT_END);
  }

  private void follow() {
    while (!stopping) {
      try (Consumer<byte[], byte[]> opened =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        consumer = opened;
        opened.subscribe(List.of(Topics.INDICATORS));
        while (!stopping) {
          handle(opened.poll(POLL), opened);
        }
      } catch (WakeupException | InterruptException e) {
        // Told to stop; the loop's condition decides.
      } catch (RuntimeException e) {
        if (!stopping) {
          LOG.warnf("not following %s for now: %s", Topics.INDICATORS, e.getMessage());
          pause();
        }
      } finally {
        consumer = null;
      }
    }
  }

  private void handle(ConsumerRecords<byte[], byte[]> records, Consumer<byte[], byte[]> from) {
    for (ConsumerRecord<byte[], byte[]> message : records) {
      try {
        if (MessageCodec.read(message.value(), IndicatorEvent.class)
            instanceof IndicatorEvent.SubmissionApplied applied) {
          apply(applied);
        }
      } catch (IOException e) {
        LOG.errorf(
            "unreadable record passed over: topic=%s partition=%d offset=%d",
            message.topic(), message.partition(), message.offset());
      }
    }
    if (!records.isEmpty()) {
      from.commitSync();
    }
  }

  void apply(IndicatorEvent.SubmissionApplied applied) {
    String statement = applied.cause().equals("withdrawn") ? CLOSED : APPLIED;
    database.update(statement, applied.submission(), applied.appliedAt().atOffset(ZoneOffset.UTC));
  }

  private void pause() {
    try {
      Thread.sleep(config.followerBackoff().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

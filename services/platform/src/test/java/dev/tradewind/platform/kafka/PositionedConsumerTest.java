package dev.tradewind.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.embedded.EmbeddedKafka;
import dev.tradewind.embedded.EmbeddedPostgres;
import dev.tradewind.platform.kafka.ConsumerStatus.State;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real broker and a real database; what is taken is written to a table with the position. */
class PositionedConsumerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final EmbeddedKafka KAFKA = EmbeddedKafka.temporary();
  private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
  private static final Vertx VERTX = Vertx.vertx();
  private static Pool pool;

  private final String topic = "topic-" + UUID.randomUUID();
  private final String group = "group-" + UUID.randomUUID();
  private final List<PositionedConsumer> consumers = new ArrayList<>();

  @BeforeAll
  static void start() {
    KAFKA.start();
    POSTGRES.start();
    POSTGRES.createDatabases(List.of("positions"));
    pool =
        Pool.newInstance(
            io.vertx.sqlclient.Pool.pool(
                VERTX.getDelegate(),
                io.vertx.pgclient.PgConnectOptions.fromUri(
                    "postgresql://postgres:postgres@%s:%d/positions"
                        .formatted(POSTGRES.host(), POSTGRES.port())),
                new io.vertx.sqlclient.PoolOptions().setMaxSize(4)));
    run(
        "CREATE TABLE position (topic text, topic_id text, partition int, next bigint, PRIMARY KEY (topic, partition))");
    run("CREATE TABLE taken (topic text, partition int, at bigint, value text)");
  }

  @AfterAll
  static void stop() {
    pool.close().await().atMost(PATIENCE);
    VERTX.close().await().atMost(PATIENCE);
    POSTGRES.close();
    KAFKA.close();
  }

  @BeforeEach
  void createTopic() {
    KAFKA.createTopics(Map.of(topic, 2));
  }

  @AfterEach
  void closeConsumers() {
    consumers.forEach(PositionedConsumer::close);
  }

  @Test
  void everyRecordIsTakenOnceAndThePositionStandsBehindIt() {
    // Given
    send(0, "a", "b", "c");
    send(1, "d");

    // When
    consumer(batches -> {}).start();

    // Then
    awaitTaken("0:a", "0:b", "0:c", "1:d");
    assertThat(next(0)).isEqualTo(3);
    assertThat(next(1)).isEqualTo(1);
  }

  @Test
  void aRestartGoesOnFromTheDatabaseAndNotFromTheGroupsOffset() {
    // Given
    send(0, "a", "b", "c");
    PositionedConsumer first = consumer(batches -> {});
    first.start();
    awaitTaken("0:a", "0:b", "0:c");
    first.close();

    // When the database says less than Kafka's group offset does
    run("UPDATE position SET next = 1 WHERE topic = '" + topic + "' AND partition = 0");
    run("DELETE FROM taken WHERE topic = '" + topic + "' AND at >= 1");
    consumer(batches -> {}).start();

    // Then
    awaitTaken("0:a", "0:b", "0:c");
  }

  @Test
  void aConsumerThatLostItsPartitionUnawaresStoresNothing() {
    // Given a consumer in the middle of a batch
    send(0, "a");
    AtomicInteger rounds = new AtomicInteger();
    PositionedConsumer zombie =
        consumer(
            batches -> {
              if (rounds.incrementAndGet() == 1) {
                // When another one takes the same record meanwhile
                run("UPDATE position SET next = 1 WHERE topic = '" + topic + "' AND partition = 0");
                run("INSERT INTO taken VALUES ('" + topic + "', 0, 0, 'a')");
              }
            });
    zombie.start();
    await().atMost(PATIENCE).until(() -> rounds.get() > 0);
    send(0, "b");

    // Then the first is not doubled and the next is not skipped
    awaitTaken("0:a", "0:b");
    assertThat(next(0)).isEqualTo(2);
  }

  @Test
  void whatALogHasLostAtItsStartIsCounted() throws Exception {
    // Given
    send(0, "a", "b", "c");
    PositionedConsumer first = consumer(batches -> {});
    first.start();
    awaitTaken("0:a", "0:b", "0:c");
    assertThat(first.deleted().values()).containsOnly(0L);
    first.close();

    // When
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA.bootstrapServers()))) {
      admin
          .deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(2)))
          .all()
          .get();
    }
    PositionedConsumer second = consumer(batches -> {});
    second.start();

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(second.deleted())
                    .containsOnly(
                        Map.entry(new TopicPartition(topic, 0), 2L),
                        Map.entry(new TopicPartition(topic, 1), 0L)));
  }

  @Test
  void aFailureOfTheDatabaseIsTriedAgain() {
    // Given
    AtomicInteger attempts = new AtomicInteger();
    PositionedConsumer consumer =
        consumer(
            batches -> {
              if (attempts.incrementAndGet() <= 3) {
                throw new IllegalStateException("the database is away");
              }
            });
    consumer.start();

    // When
    send(0, "a");

    // Then
    await().atMost(PATIENCE).until(() -> consumer.status().state() == State.WAITING);
    awaitTaken("0:a");
    await().atMost(PATIENCE).until(() -> consumer.status().healthy());
  }

  @Test
  void aRecreatedTopicRaisesAnAlarmInsteadOfBeingRead() throws Exception {
    // Given
    send(0, "a");
    PositionedConsumer first = consumer(batches -> {});
    first.start();
    awaitTaken("0:a");
    first.close();

    // When
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA.bootstrapServers()))) {
      admin.deleteTopics(List.of(topic)).all().get();
      await().atMost(PATIENCE).until(() -> !admin.listTopics().names().get().contains(topic));
    }
    KAFKA.createTopics(Map.of(topic, 2));
    send(0, "x", "y");
    PositionedConsumer second = consumer(batches -> {});
    second.start();

    // Then
    await().atMost(PATIENCE).until(() -> second.status().state() == State.ALARM);
    assertThat(second.status().detail()).contains("re-created");
    assertThat(taken()).containsExactly("0:a");
  }

  @Test
  void aPositionBeyondTheLogsEndRaisesAnAlarm() {
    // Given
    send(0, "a");
    PositionedConsumer first = consumer(batches -> {});
    first.start();
    awaitTaken("0:a");
    first.close();

    // When
    run("UPDATE position SET next = 7 WHERE topic = '" + topic + "' AND partition = 0");
    PositionedConsumer second = consumer(batches -> {});
    second.start();

    // Then
    await().atMost(PATIENCE).until(() -> second.status().state() == State.ALARM);
    assertThat(second.status().detail()).contains("the log lost its end");
  }

  @Test
  void twoConsumersShareTheWorkAndTakeEverythingOnce() {
    // Given
    consumer(batches -> {}).start();
    consumer(batches -> {}).start();

    // When
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      send(i % 2, "r" + i);
      expected.add(i % 2 + ":r" + i);
    }

    // Then
    awaitTaken(expected.toArray(String[]::new));
  }

  private PositionedConsumer consumer(Consumer<List<PartitionBatch>> before) {
    Positions positions = new Positions(pool);
    PositionedConsumer consumer =
        new PositionedConsumer(
            Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
            group,
            List.of(topic),
            Map.of(),
            positions,
            assigned -> {},
            batches -> {
              before.accept(batches);
              pool.withTransaction(
                      connection ->
                          store(connection, batches)
                              .chain(() -> positions.advance(connection, batches)))
                  .await()
                  .atMost(PATIENCE);
            });
    consumers.add(consumer);
    return consumer;
  }

  private static Uni<Void> store(SqlConnection connection, List<PartitionBatch> batches) {
    List<Tuple> rows = new ArrayList<>();
    for (PartitionBatch batch : batches) {
      for (var taken : batch.records()) {
        rows.add(
            Tuple.of(
                taken.topic(),
                taken.partition(),
                taken.offset(),
                new String(taken.value(), StandardCharsets.UTF_8)));
      }
    }
    return connection
        .preparedQuery("INSERT INTO taken VALUES ($1, $2, $3, $4)")
        .executeBatch(rows)
        .replaceWithVoid();
  }

  private void send(int partition, String... values) {
    Map<String, Object> settings = Map.of("bootstrap.servers", KAFKA.bootstrapServers());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (String value : values) {
        var sent =
            producer.send(
                new ProducerRecord<>(
                    topic, partition, null, value.getBytes(StandardCharsets.UTF_8)));
        assertThat(sent).succeedsWithin(PATIENCE);
      }
    }
  }

  private void awaitTaken(String... expected) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(taken()).containsExactlyInAnyOrder(expected));
  }

  private List<String> taken() {
    List<String> values = new ArrayList<>();
    pool.preparedQuery("SELECT partition, value FROM taken WHERE topic = $1")
        .execute(Tuple.of(topic))
        .await()
        .atMost(PATIENCE)
        .forEach(row -> values.add(row.getInteger(0) + ":" + row.getString(1)));
    return values;
  }

  private long next(int partition) {
    return pool.preparedQuery("SELECT next FROM position WHERE topic = $1 AND partition = $2")
        .execute(Tuple.of(topic, partition))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getLong(0);
  }

  private static void run(String sql) {
    pool.query(sql).execute().await().atMost(PATIENCE);
  }
}

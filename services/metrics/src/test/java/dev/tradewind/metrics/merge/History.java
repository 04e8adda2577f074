package dev.tradewind.metrics.merge;

import dev.tradewind.contracts.Topics;
import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.MessageCodec;
import dev.tradewind.contracts.message.SubmissionEvent;
import dev.tradewind.embedded.EmbeddedPostgres;
import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.answer.AsOf;
import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.coverage.CoverageCache;
import dev.tradewind.metrics.coverage.LiveBoxes;
import dev.tradewind.metrics.database.Database;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.group.GroupCatalog;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.reading.Readings;
import dev.tradewind.metrics.staging.Staging;
import dev.tradewind.metrics.submission.Readiness;
import dev.tradewind.platform.kafka.PartitionBatch;
import dev.tradewind.platform.tracing.SubmissionTrace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;

/** The service's own staging and merging on a real database, fed without Kafka. */
final class History implements AutoCloseable {
  static final String TOPIC_ID = "topic";
  private static final AtomicInteger CURRENCIES = new AtomicInteger();
  private static final int VINTAGES = 100;

  private final EmbeddedPostgres server;
  private final Vertx vertx = Vertx.vertx();
  private final Pool pool;
  private final Database database;
  private final Staging staging;
  private final LiveBoxes boxes = new LiveBoxes();
  private final Merger merger;
  private final Map<String, Long> next = new HashMap<>();
  private final List<PartitionBatch> sent = new ArrayList<>();

  History() {
    server = EmbeddedPostgres.temporary().withoutPowerSafety().start();
    server.createDatabases(List.of("laws"));
    Flyway.configure()
        .dataSource(
            "jdbc:postgresql://" + server.host() + ":" + server.port() + "/laws",
            EmbeddedPostgres.USER,
            EmbeddedPostgres.PASSWORD)
        .load()
        .migrate();
    pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(4))
            .connectingTo(
                new PgConnectOptions()
                    .setHost(server.host())
                    .setPort(server.port())
                    .setDatabase("laws")
                    .setUser(EmbeddedPostgres.USER)
                    .setPassword(EmbeddedPostgres.PASSWORD))
            .using(vertx)
            .build();
    database = new Database(pool);
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    staging = new Staging(database, pool, meters);
    MetricsConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(MetricsConfig.class)
            .build()
            .getConfigMapping(MetricsConfig.class);
    SubmissionTrace untraced = new SubmissionTrace(OpenTelemetry.noop().getTracer(""), true);
    merger = new Merger(database, boxes, config, meters, untraced);
    begin();
  }

  /** A currency that no history was told in. */
  static String currency() {
    int n = CURRENCIES.getAndIncrement();
    return "" + (char) ('A' + n / 676 % 26) + (char) ('A' + n / 26 % 26) + (char) ('A' + n % 26);
  }

  /** Vintages are of all submissions: each currency has its own hundred. */
  static long firstVintage(String currency) {
    return ((currency.charAt(0) * 26L + currency.charAt(1)) * 26 + currency.charAt(2)) * VINTAGES;
  }

  private void begin() {
    for (String topic : List.of(Topics.EXPORTS, Topics.SUBMISSIONS)) {
      next.put(topic, 0L);
      database.inTransaction(
          session ->
              session.run(
                  "INSERT INTO position (topic, topic_id, partition, next) VALUES ($1, $2, 0, 0)",
                  topic,
                  TOPIC_ID));
    }
  }

  /** Forgets the logs and all that is derived, and reads everything sent so far again, at once. */
  void rebuild() {
    database.inTransaction(
        session -> LogKeeper.forget(session, Instant.now().plus(Duration.ofMinutes(1))));
    database.inTransaction(session -> session.run("SELECT rebuild_from_kafka()"));
    List<PartitionBatch> again = List.copyOf(sent);
    begin();
    again.forEach(batch -> next.put(batch.partition().topic(), batch.endOffset()));
    again.forEach(batch -> staging.handle(List.of(batch)));
    merge();
  }

  /** One by one in order, each applied before the next. */
  void tell(String currency, List<Told> history, int count) {
    for (Told told : history.subList(0, count)) {
      blocks(told.blocks(currency, firstVintage(currency)), Integer.MAX_VALUE);
      event(told.published(currency, firstVintage(currency), ends()));
      merge();
      for (Told earlier : history.subList(0, told.number() + 1)) {
        if (earlier.withdrawnAfter() == told.number()) {
          event(earlier.withdrawn(currency, firstVintage(currency)));
          merge();
        }
      }
    }
  }

  void blocks(List<ExportBlock> blocks, int batch) {
    for (int from = 0; from < blocks.size(); from += Math.min(batch, blocks.size())) {
      send(
          Topics.EXPORTS, blocks.subList(from, (int) Math.min(blocks.size(), (long) from + batch)));
    }
  }

  void event(SubmissionEvent event) {
    send(Topics.SUBMISSIONS, List.of(event));
  }

  Map<Integer, Long> ends() {
    return Map.of(0, next.getOrDefault(Topics.EXPORTS, 0L));
  }

  /** What the merge worker does when it is woken. */
  void merge() {
    database.inTransaction(MergeWorker::withdrawn).forEach(merger::withdraw);
    database.inTransaction(Readiness::all).stream()
        .filter(Readiness::decided)
        .forEach(readiness -> merger.apply(readiness.no()));
  }

  List<String> facts(String currency, Optional<AsOf> asOf) {
    return read(
        currency,
        asOf,
        reading ->
            lines(
                reading,
                "concat_ws(' ', period, region, product, partner, value, quantity, unit)",
                reading.facts()));
  }

  List<String> slices(String currency, Optional<AsOf> asOf) {
    return read(
        currency,
        asOf,
        reading ->
            lines(
                reading,
                "concat_ws(' ', period, sector, partner, region, value)",
                reading.sliceCells()));
  }

  List<String> reported(String currency, Optional<AsOf> asOf) {
    return read(
        currency,
        asOf,
        reading ->
            lines(reading, "concat_ws(' ', period, product, partner, value)", reading.reference()));
  }

  <T> T read(String currency, Optional<AsOf> asOf, Function<Reading, T> question) {
    return database.inSnapshot(
        session ->
            question.apply(
                new Readings(new CoverageCache(boxes), new GroupCatalog())
                    .open(session, Version.read(session), currency, asOf)));
  }

  <T> T inTransaction(Function<Session, T> work) {
    return database.inTransaction(work);
  }

  private static List<String> lines(Reading reading, String line, String from) {
    return reading
        .session()
        .list(
            "SELECT " + line + " FROM " + from + " AS x WHERE currency = $1 ORDER BY 1",
            row -> row.getString(0),
            reading.currency());
  }

  private void send(String topic, List<?> messages) {
    long first = next.getOrDefault(topic, 0L);
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Object message : messages) {
      records.add(
          new ConsumerRecord<>(
              topic, 0, first + records.size(), new byte[0], MessageCodec.write(message)));
    }
    if (!records.isEmpty()) {
      next.put(topic, first + records.size());
      PartitionBatch batch =
          new PartitionBatch(
              new TopicPartition(topic, 0), TOPIC_ID, first, first + records.size(), records);
      staging.handle(List.of(batch));
      sent.add(batch);
    }
  }

  @Override
  public void close() {
    pool.close().await().indefinitely();
    vertx.close().await().indefinitely();
    server.close();
  }
}

package dev.tradewind.alerts;

import static org.awaitility.Awaitility.await;

import dev.tradewind.contracts.Topics;
import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.MessageCodec;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Plays metrics on the real topic, and looks into the real database. */
@Singleton
public class Stage {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Pool pool;
  private final KafkaProducer<String, byte[]> producer;

  Stage(Pool pool, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
    this.pool = pool;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ofSeconds(1));
  }

  /** Waits until all that was sent before is taken, and forgets it. */
  public void clear() {
    producer
        .partitionsFor(Topics.INDICATORS)
        .forEach(partition -> evaluated(ToldChange.published(), partition.partition()));
    rows(
        """
        DO $$ BEGIN
          -- Not in the middle of what a replica decides: it would be a deadlock.
          PERFORM pg_advisory_xact_lock('x7472616465776e64'::bit(64)::bigint);
          TRUNCATE pending_event, pending_close, closed_change, poison_record, series, cell, incident, observation,
                   incident_step, notification, delivery, silence, routing, region_group, policy_event, reference_stamp;
        END $$
        """);
    rows("UPDATE channel SET not_before = now()");
    rows("DELETE FROM rule WHERE id <> 'us-exports-drop'");
    // The first version again, whatever a test made of the default rule.
    rows("DELETE FROM rule_version WHERE rule = 'us-exports-drop' AND version > 1");
    rows(
        """
        UPDATE rule r SET version = 1, enabled = true, provisioned = false, deleted_at = NULL, name = v.definition ->> 'name',
          owner = '', indicator = 'yoy', comparison = 'at-or-below', partner = 'USA', sector = 'all',
          time_window = 'ytd', currency = 'USD', definition = v.definition
        FROM rule_version v WHERE v.rule = r.id AND v.version = 1
        """);
  }

  /** Sends a whole change and waits until it is evaluated. */
  public void tell(ToldChange change) {
    send(change.submission().toString(), change.events());
    send(change.submission().toString(), List.of(change.close()));
    awaitEvaluated(change);
  }

  /** Sends events under a key, in order. */
  public void send(String key, List<IndicatorEvent> events) {
    events.forEach(event -> sendBytes(key, MessageCodec.write(event)));
  }

  /** Sends anything. */
  public void sendBytes(String key, byte[] value) {
    send(new ProducerRecord<>(Topics.INDICATORS, key, value));
  }

  /** Waits until everything sent under that key before is taken. */
  public void awaitTaken(String key) {
    ToldChange marker = ToldChange.published();
    send(key, List.of(marker.close()));
    awaitEvaluated(marker);
  }

  /** Waits until that change is evaluated. */
  public void awaitEvaluated(ToldChange change) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                number(
                        "SELECT count(*) FROM closed_change WHERE epoch = $1 AND apply_seq = $2"
                            + " AND submission = $3",
                        change.epoch(),
                        change.applySeq(),
                        change.submission())
                    == 1);
  }

  /** The one number that a query gives. */
  public long number(String sql, Object... parameters) {
    return rows(sql, parameters).get(0).getLong(0);
  }

  /** The one text that a query gives. */
  public String text(String sql, Object... parameters) {
    return String.valueOf(rows(sql, parameters).get(0).getValue(0));
  }

  /** All rows of a query. */
  public List<Row> rows(String sql, Object... parameters) {
    List<Row> rows = new ArrayList<>();
    pool.preparedQuery(sql)
        .execute(Tuple.from(List.of(parameters)))
        .await()
        .atMost(PATIENCE)
        .forEach(rows::add);
    return rows;
  }

  private void evaluated(ToldChange marker, int partition) {
    send(
        new ProducerRecord<>(
            Topics.INDICATORS, partition, "marker", MessageCodec.write(marker.close())));
    awaitEvaluated(marker);
  }

  private void send(ProducerRecord<String, byte[]> event) {
    try {
      producer.send(event).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

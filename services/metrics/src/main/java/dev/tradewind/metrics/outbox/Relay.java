package dev.tradewind.metrics.outbox;

import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.database.Database;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.worker.WorkLoop;
import dev.tradewind.platform.tracing.SubmissionTrace;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells Kafka what was merged, in the order of the merges (protocol rule 14). Any replica does; a
 * row lock keeps them from telling the same at once. A crash before the mark sends again, word for
 * word.
 */
@Singleton
public class Relay implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Relay.class);

  private record Unsent(long applySeq, UUID submission, Buffer close) {}

  private final Database database;
  private final Map<String, Object> kafka;
  private final SubmissionTrace trace;
  private final WorkLoop loop;
  private @Nullable IndicatorSender sender;

  Relay(
      Database database,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MetricsConfig config,
      SubmissionTrace trace) {
    this.database = database;
    this.kafka = kafka;
    this.trace = trace;
    this.loop = new WorkLoop("metrics-relay", config.sweep(), this::relayAll);
  }

  /** Begins. */
  public void start() {
    loop.start();
  }

  /** Something was merged. */
  public void wake() {
    loop.wake();
  }

  @Override
  public void close() {
    loop.close();
    if (sender != null) {
      sender.close();
    }
  }

  private void relayAll() {
    while (database.inTransaction(this::relayNext)) {
      LOG.trace("one more");
    }
  }

  private boolean relayNext(Session session) {
    // The oldest unsent one or none: what another replica is sending must not be overtaken.
    Optional<Unsent> next =
        session.first(
            """
            SELECT apply_seq, submission, close FROM outbox
            WHERE apply_seq = (SELECT min(apply_seq) FROM outbox WHERE sent_at IS NULL)
              AND sent_at IS NULL
            FOR UPDATE SKIP LOCKED
            """,
            row -> new Unsent(row.getLong(0), row.getUUID(1), row.getBuffer(2)));
    if (next.isEmpty()) {
      return false;
    }
    Unsent unsent = next.get();
    List<byte[]> slices =
        session.list(
            "SELECT payload FROM outbox_slice WHERE apply_seq = $1 ORDER BY number",
            row -> row.getBuffer(0).getBytes(),
            unsent.applySeq);
    trace.run(
        "tell",
        unsent.submission,
        () -> {
          sender().send(unsent.submission, slices);
          sender().send(unsent.submission, List.of(unsent.close.getBytes()));
        });
    session.run("DELETE FROM outbox_slice WHERE apply_seq = $1", unsent.applySeq);
    session.run("UPDATE outbox SET sent_at = now() WHERE apply_seq = $1", unsent.applySeq);
    LOG.infof(
        "told submission=%s applySeq=%d events=%d",
        unsent.submission, unsent.applySeq, slices.size());
    return true;
  }

  /** Made on first use, by the one thread that uses it: a broker that is away must not stop us. */
  private IndicatorSender sender() {
    if (sender == null) {
      sender = new IndicatorSender(kafka);
    }
    return sender;
  }
}

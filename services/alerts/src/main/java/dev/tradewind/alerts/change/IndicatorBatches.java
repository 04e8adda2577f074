package dev.tradewind.alerts.change;

import dev.tradewind.alerts.notification.Courier;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.alerts.store.Turn;
import dev.tradewind.platform.kafka.BatchHandler;
import dev.tradewind.platform.kafka.PartitionBatch;
import dev.tradewind.platform.kafka.Positions;
import dev.tradewind.platform.tracing.SubmissionTrace;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Stores position, cells, incident steps and what is to be told in one transaction. Replicas take
 * turns, because changes of different partitions meet in the same incidents.
 */
@ApplicationScoped
class IndicatorBatches implements BatchHandler {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Transactions transactions;
  private final Positions positions;
  private final ChangeEvaluation evaluation;
  private final Courier courier;
  private final SubmissionTrace trace;

  IndicatorBatches(
      Transactions transactions,
      Pool pool,
      ChangeEvaluation evaluation,
      Courier courier,
      SubmissionTrace trace) {
    this.transactions = transactions;
    this.positions = new Positions(pool);
    this.evaluation = evaluation;
    this.courier = courier;
    this.trace = trace;
  }

  @Override
  public void handle(List<PartitionBatch> batches) {
    boolean toTell = transactions.run(transaction -> store(transaction, batches));
    if (toTell) {
      courier.wake();
    }
  }

  private boolean store(Transaction transaction, List<PartitionBatch> batches) {
    Turn.take(transaction);
    positions.advance(transaction.connection(), batches).await().atMost(PATIENCE);
    List<Incoming.Event> events = new ArrayList<>();
    for (PartitionBatch batch : batches) {
      for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
        Incoming incoming = Incoming.read(record);
        if (incoming instanceof Incoming.Event event) {
          events.add(event);
        } else if (incoming instanceof Incoming.Poison poison) {
          PoisonRecords.divert(transaction, batch.topicId(), poison);
        }
      }
    }
    PendingChanges.hold(transaction, events);
    boolean toTell = false;
    for (Change change : PendingChanges.takeWhole(transaction)) {
      toTell |=
          trace.call(
              "evaluate",
              change.close().submission(),
              () -> evaluation.evaluate(transaction, change));
    }
    return toTell;
  }
}

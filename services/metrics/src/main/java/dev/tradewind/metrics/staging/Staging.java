package dev.tradewind.metrics.staging;

import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.SubmissionEvent;
import dev.tradewind.contracts.message.SubmissionEvent.Published;
import dev.tradewind.contracts.message.SubmissionEvent.Withdrawn;
import dev.tradewind.metrics.database.Database;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.outbox.Outbox;
import dev.tradewind.metrics.staging.ReadBatch.ReadBlock;
import dev.tradewind.metrics.staging.ReadBatch.ReadEvent;
import dev.tradewind.metrics.submission.KnownSubmission;
import dev.tradewind.metrics.submission.SubmissionTable;
import dev.tradewind.metrics.submission.SubmissionTable.FirstSight;
import dev.tradewind.platform.kafka.BatchHandler;
import dev.tradewind.platform.kafka.PartitionBatch;
import dev.tradewind.platform.kafka.Positions;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Stages what was read and moves the positions, in one transaction (protocol rules 4 and 6). */
@Singleton
public class Staging implements BatchHandler {
  private static final Logger LOG = Logger.getLogger(Staging.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private record Attempt(int submission, int attempt) {}

  private final Database database;
  private final Positions positions;
  private final PoisonTable poisonTable;

  /** Into that database. */
  public Staging(Database database, Pool pool, MeterRegistry meters) {
    this.database = database;
    this.positions = new Positions(pool);
    this.poisonTable = new PoisonTable(meters);
  }

  @Override
  public void handle(List<PartitionBatch> batches) {
    ReadBatch read = ReadBatch.of(batches);
    List<PoisonRecord> poison =
        database.inTransaction(
            session -> {
              // First, so that a consumer that has lost its partition stops before it does any
              // work.
              positions.advance(session.connection(), batches).await().atMost(PATIENCE);
              return store(session, read);
            });
    poisonTable.report(poison);
  }

  private List<PoisonRecord> store(Session session, ReadBatch read) {
    List<PoisonRecord> poison = new ArrayList<>(read.poison());
    Map<UUID, KnownSubmission> known = SubmissionTable.lock(session, sights(read));
    stageBlocks(session, read.blocks(), known, poison);
    for (ReadEvent event : read.events()) {
      KnownSubmission submission = known.get(event.event().submission());
      if (submission == null || submission.vintage() != event.event().vintage()) {
        poison.add(new PoisonRecord(event.topicId(), event.record(), "its vintage has changed"));
      } else if (!currency(event.event()).equals(submission.currency())) {
        poison.add(new PoisonRecord(event.topicId(), event.record(), "its currency has changed"));
      } else {
        // Two events of one submission may be in one batch.
        known.put(submission.id(), take(session, submission, event.event()));
      }
    }
    poisonTable.divert(session, poison);
    return poison;
  }

  private static List<FirstSight> sights(ReadBatch read) {
    List<FirstSight> sights = new ArrayList<>();
    for (ReadBlock read1 : read.blocks()) {
      ExportBlock block = read1.block();
      sights.add(new FirstSight(block.submission(), block.vintage(), block.currency()));
    }
    for (ReadEvent read1 : read.events()) {
      SubmissionEvent event = read1.event();
      sights.add(new FirstSight(event.submission(), event.vintage(), currency(event)));
    }
    return sights;
  }

  private static void stageBlocks(
      Session session,
      List<ReadBlock> blocks,
      Map<UUID, KnownSubmission> known,
      List<PoisonRecord> poison) {
    Map<Attempt, List<ExportBlock>> wanted = new LinkedHashMap<>();
    for (ReadBlock read : blocks) {
      ExportBlock block = read.block();
      KnownSubmission submission = known.get(block.submission());
      if (submission == null
          || submission.vintage() != block.vintage()
          || !submission.currency().equals(block.currency())) {
        poison.add(
            new PoisonRecord(
                read.topicId(),
                read.record(),
                "its vintage or currency is not that of its submission"));
      } else if (submission.takes(block.attempt())) {
        wanted
            .computeIfAbsent(
                new Attempt(submission.no(), block.attempt()), key -> new ArrayList<>())
            .add(block);
      }
    }
    wanted.forEach(
        (attempt, of) -> new BlockStore(session, attempt.submission, attempt.attempt).store(of));
  }

  private static KnownSubmission take(
      Session session, KnownSubmission submission, SubmissionEvent event) {
    if (event instanceof Published published) {
      return publish(session, submission, published);
    }
    if (submission.withdrawn()) {
      Outbox.sendAgain(session, submission.id(), Outbox.Cause.WITHDRAWN);
    } else {
      SubmissionTable.withdraw(session, submission.no(), (Withdrawn) event);
    }
    return submission;
  }

  private static KnownSubmission publish(
      Session session, KnownSubmission submission, Published event) {
    if (submission.attempt() == null) {
      SubmissionTable.publish(session, submission.no(), event);
      return new KnownSubmission(
          submission.no(),
          submission.id(),
          submission.vintage(),
          submission.currency(),
          submission.state(),
          event.attempt(),
          submission.settled());
    }
    if (submission.attempt() != event.attempt()) {
      LOG.errorf(
          "submission=%s says it is complete in attempt %d and in attempt %d: the first counts",
          submission.id(), submission.attempt(), event.attempt());
    } else if (submission.state().equals("applied")) {
      // Its sender has not heard that it is applied.
      Outbox.sendAgain(session, submission.id(), Outbox.Cause.PUBLISHED);
    }
    return submission;
  }

  private static String currency(SubmissionEvent event) {
    return event instanceof Published published
        ? published.currency()
        : ((Withdrawn) event).currency();
  }
}

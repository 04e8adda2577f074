package dev.tradewind.metrics.merge;

import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.coverage.LiveBoxes;
import dev.tradewind.metrics.database.Database;
import dev.tradewind.metrics.outbox.Relay;
import dev.tradewind.platform.tracing.SubmissionTrace;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;

/** Other replicas of the service, on the same database. */
@Singleton
public class Replicas {
  private final Database database;
  private final LiveBoxes boxes;
  private final MetricsConfig config;
  private final MeterRegistry meters;
  private final Relay relay;
  private final SubmissionTrace trace;

  Replicas(
      Database database,
      LiveBoxes boxes,
      MetricsConfig config,
      MeterRegistry meters,
      Relay relay,
      SubmissionTrace trace) {
    this.database = database;
    this.boxes = boxes;
    this.config = config;
    this.meters = meters;
    this.relay = relay;
    this.trace = trace;
  }

  /** One that is configured like this service starts. */
  public void startAlike() {
    start(Watched.of(config.watched()));
  }

  /** One that watches these sectors starts. */
  public void startWatching(List<String> sectors) {
    start(Watched.of(config.watched().partners(), sectors, config.watched().windows()));
  }

  private void start(Watched watched) {
    Merger merger = new Merger(database, boxes, watched, config.lowBase(), meters, trace);
    if (merger.hasNews()) {
      merger.tellNews();
      relay.wake();
    }
  }
}

package dev.tradewind.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.ingest.store.FileStore;
import dev.tradewind.ingest.submission.SubmissionReader;
import dev.tradewind.ingest.upload.Accepted;
import dev.tradewind.ingest.upload.Uploads;
import dev.tradewind.platform.problem.ProblemException;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the sources and sends what is new. A delivery's name and version are its
 * Idempotency-Key, so that it becomes one submission even if a replica dies between sending and
 * noting.
 */
@Singleton
class Poller {
  private static final Logger LOG = Logger.getLogger(Poller.class);

  /**
   * The last look at a source.
   *
   * @param problem what went wrong; null if nothing did
   */
  record Look(Instant at, @Nullable String problem) {}

  private final Sources sources;
  private final Taken taken;
  private final Uploads uploads;
  private final SubmissionReader reader;
  private final SourceConfig config;
  private final ObjectMapper json;
  private final Map<String, Look> looks = new ConcurrentHashMap<>();

  Poller(
      Sources sources,
      Taken taken,
      Uploads uploads,
      SubmissionReader reader,
      SourceConfig config,
      ObjectMapper json) {
    this.sources = sources;
    this.taken = taken;
    this.uploads = uploads;
    this.reader = reader;
    this.config = config;
    this.json = json;
  }

  @Scheduled(
      every = "${tradewind.ingest.source.poll-every:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void poll() {
    for (Source source : sources.all()) {
      try {
        poll(source);
        looks.put(source.name(), new Look(Instant.now(), null));
      } catch (IOException | RuntimeException e) {
        LOG.warnf("source not read: source=%s (%s)", source.name(), e.getMessage());
        looks.put(source.name(), new Look(Instant.now(), String.valueOf(e.getMessage())));
      }
    }
  }

  /** This replica's last look at the source. */
  @Nullable Look look(String source) {
    return looks.get(source);
  }

  private void poll(Source source) throws IOException {
    long settle = source.place().atomic() ? 0 : config.settle().toMillis();
    for (Delivery delivery : Delivery.of(source.place().list())) {
      taken.seen(source.name(), delivery);
      if (taken.claim(source.name(), delivery, settle, config.claim().toMillis())) {
        take(source, delivery);
      }
    }
    for (Row finished : taken.finished(source.name())) {
      tell(source, finished);
    }
    taken.forget(source.name());
  }

  private void take(Source source, Delivery delivery) throws IOException {
    try {
      Accepted accepted =
          uploads.receive(
              source.options(),
              key(source, delivery),
              new DeliveredFiles(source.place(), delivery));
      taken.taken(source.name(), delivery, accepted.id());
      LOG.infof(
          "delivery taken: source=%s name=%s submission=%s",
          source.name(), delivery.name(), accepted.id());
    } catch (ProblemException e) {
      taken.refused(source.name(), delivery, String.valueOf(e.getMessage()));
      LOG.warnf(
          "delivery refused: source=%s name=%s (%s)",
          source.name(), delivery.name(), e.getMessage());
      write(source, delivery.name(), delivery.version(), Map.of("refused", e.problem()));
    } catch (IOException e) {
      // It is listed again, perhaps as another version.
      taken.unclaim(source.name(), delivery);
      throw e;
    }
  }

  private static String key(Source source, Delivery delivery) {
    String text = source.name() + "\n" + delivery.name() + "\n" + delivery.version();
    return "source:"
        + HexFormat.of()
            .formatHex(FileStore.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void tell(Source source, Row finished) {
    String name = finished.getString("name");
    String version = finished.getString("version");
    String remark =
        write(
            source,
            name,
            version,
            Map.of("submission", reader.awaitSubmission(finished.getUUID("id"))));
    taken.told(source.name(), name, version, finished.getString("state"), remark);
  }

  /** Writes a result; a place that cannot be written keeps it in the list only. */
  private String write(Source source, String name, String version, Map<String, ?> what) {
    if (!source.results()) {
      return "";
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("source", source.name());
    result.put("name", name);
    result.put("version", version);
    result.putAll(what);
    try {
      source
          .place()
          .write(
              Delivery.resultName(name),
              json.writerWithDefaultPrettyPrinter().writeValueAsString(result));
      return "";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result cannot be written as JSON", e);
    } catch (IOException e) {
      LOG.warnf("result not written: source=%s name=%s (%s)", source.name(), name, e.getMessage());
      return "the result could not be written: " + e.getMessage();
    }
  }
}

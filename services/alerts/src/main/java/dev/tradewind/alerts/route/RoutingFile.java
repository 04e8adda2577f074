package dev.tradewind.alerts.route;

import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.platform.problem.Problem.Violation;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The mounted routing document, if there is one: what it says holds. */
@ApplicationScoped
public class RoutingFile {
  private static final Logger LOG = Logger.getLogger(RoutingFile.class);

  private final @Nullable Path file;
  private final ChannelNames channels;
  private String taken = "";
  private volatile String problem = "";

  RoutingFile(RoutingConfig config, ChannelNames channels, MeterRegistry meters) {
    this.file = config.file().orElse(null);
    this.channels = channels;
    Gauge.builder("tradewind.routing.file.invalid", this, f -> f.problem.isEmpty() ? 0 : 1)
        .description("1 while the mounted routing document cannot be taken")
        .register(meters);
  }

  /** Whether routing comes from a file. */
  boolean provisions() {
    return file != null;
  }

  /**
   * Takes the document in if it changed; one that is not valid is reported, and the last one goes
   * on to hold. The caller has its turn.
   *
   * @return whether another document holds now
   */
  public synchronized boolean look(Transaction transaction) {
    if (file == null) {
      return false;
    }
    try {
      String text = Files.readString(file);
      if (text.equals(taken)) {
        return false;
      }
      Routing routing = RoutingCodec.read(text);
      List<Violation> violations = RoutingCheck.violations(routing, channels.names(transaction));
      if (!violations.isEmpty()) {
        // A channel may still be made: looked at again, and reported once.
        report(
            violations.stream()
                .map(violation -> violation.parameter() + ": " + violation.detail())
                .collect(Collectors.joining("; ")));
        return false;
      }
      report("");
      taken = text;
      Routing current = RoutingStore.current(transaction);
      if (routing.as(current.version()).equals(current)) {
        return false;
      }
      Routing stored = RoutingStore.add(transaction, routing, "file", "file");
      LOG.infof("routing taken from the mounted file: version=%d", stored.version());
      return true;
    } catch (IOException e) {
      report("cannot be read: " + e.getClass().getSimpleName());
    } catch (IllegalArgumentException e) {
      report(String.valueOf(e.getMessage()));
    }
    return false;
  }

  private void report(String found) {
    if (!found.isEmpty() && !found.equals(problem)) {
      LOG.errorf("the mounted routing document is not taken: %s", found);
    }
    problem = found;
  }
}

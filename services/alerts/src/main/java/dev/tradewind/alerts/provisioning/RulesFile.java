package dev.tradewind.alerts.provisioning;

import dev.tradewind.alerts.rulebook.RuleBook;
import dev.tradewind.alerts.rulebook.RuleTexts;
import dev.tradewind.platform.problem.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the provisioned rules as a file says. What cannot be read or is not valid changes nothing:
 * the rules stay as they were last good, and the trouble shows in the log, a gauge and the health
 * data.
 */
@ApplicationScoped
class RulesFile {
  private static final Logger LOG = Logger.getLogger(RulesFile.class);
  private static final long LARGEST = 3_000_000;
  private static final String ACTOR = "rules file";

  private final RulesFileConfig config;
  private final RuleBook book;
  private @Nullable String applied;
  private boolean released;
  private volatile String problem = "";

  RulesFile(RulesFileConfig config, RuleBook book, MeterRegistry meters) {
    this.config = config;
    this.book = book;
    Gauge.builder("tradewind.rules.file.failed", this, file -> file.problem.isEmpty() ? 0 : 1)
        .description("1 while the file of provisioned rules cannot be applied")
        .register(meters);
  }

  /** Why the file is not applied; empty if it is, or if there is none. */
  String problem() {
    return problem;
  }

  /** Applies the file if it changed since it was last applied. */
  @Scheduled(
      every = "${tradewind.alerts.rules.poll-interval:10s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    Path file = config.file().orElse(null);
    try {
      if (file != null) {
        apply(file);
      } else if (!released) {
        release();
      }
      problem = "";
    } catch (ProblemException e) {
      failed(file, reasons(e));
    } catch (IOException | RuntimeException e) {
      failed(file, e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private void apply(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("larger than " + LARGEST + " bytes");
    }
    String text = Files.readString(file);
    if (text.equals(applied)) {
      return;
    }
    List<RuleBook.Outcome> outcomes = book.provision(RuleTexts.rules(text), ACTOR);
    applied = text;
    LOG.infof(
        "rules file applied: %s %s",
        file,
        outcomes.isEmpty()
            ? "nothing changed"
            : outcomes.stream()
                .map(outcome -> outcome.id() + "=" + outcome.action())
                .collect(Collectors.joining(" ")));
  }

  private void release() {
    int rules = book.release();
    released = true;
    if (rules > 0) {
      LOG.infof("%d rules were provisioned by a file that is no longer configured", rules);
    }
  }

  private void failed(@Nullable Path file, String why) {
    if (!why.equals(problem)) {
      LOG.errorf("rules file not applied, the rules stay as they were: %s %s", file, why);
    }
    problem = why;
  }

  private static String reasons(ProblemException e) {
    var errors = e.problem().errors();
    return errors == null
        ? String.valueOf(e.problem().detail())
        : errors.stream()
            .map(error -> error.parameter() + ": " + error.detail())
            .collect(Collectors.joining(" "));
  }
}

package dev.tradewind.ingest.rules;

import dev.tradewind.ingest.check.CheckOptions;
import dev.tradewind.ingest.check.DeclaredCoverage;
import dev.tradewind.ingest.problem.Severities;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Makes the options of a check from what the sender said and what is configured. Made at the start,
 * so that a choice that is not allowed stops it rather than the first submission.
 */
@Startup
@Singleton
public final class Rules {
  private final RulesConfig config;
  private final Severities severities;

  Rules(RulesConfig config) {
    this.config = config;
    this.severities = Severities.of(config.severity());
  }

  /** The options of one check. */
  public CheckOptions options(
      @Nullable YearMonth period,
      @Nullable String currency,
      boolean lenient,
      DeclaredCoverage coverage) {
    return new CheckOptions(
        period,
        currency,
        lenient,
        coverage,
        new CheckOptions.Limits(
            config.maxRows(),
            config.maxRatio(),
            config.keptProblems(),
            config.keysInMemory(),
            folder()),
        severities);
  }

  /** How many times larger than its packed form a file may be. */
  public int maxRatio() {
    return config.maxRatio();
  }

  /** Where temporary files go. */
  public Path folder() {
    return config.folder().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
  }
}

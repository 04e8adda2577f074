package dev.tradewind.ingest.rules;

import dev.tradewind.ingest.check.CheckOptions;
import dev.tradewind.ingest.check.DeclaredCoverage;
import dev.tradewind.ingest.format.ReadLimits;
import dev.tradewind.ingest.problem.Severities;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
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
  private final LimitConfig limits;
  private final Severities severities;
  private final WorkFolder folder;

  Rules(RulesConfig config, LimitConfig limits) throws IOException {
    this.config = config;
    this.limits = limits;
    this.severities = Severities.of(config.severity());
    this.folder =
        WorkFolder.in(
            config.folder().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"))));
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
            limits.rows(), reading(), limits.problems(), config.keysInMemory(), folder()),
        severities);
  }

  /** The bounds of reading a file. */
  public ReadLimits reading() {
    return new ReadLimits(
        limits.ratio(), limits.unpacked().asLongValue(), limits.columns(), limits.fieldLength());
  }

  /** Where temporary files of this process go. */
  public Path folder() {
    return folder.path();
  }

  @PreDestroy
  void close() {
    folder.close();
  }
}

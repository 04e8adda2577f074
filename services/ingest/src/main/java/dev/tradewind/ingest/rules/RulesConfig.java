package dev.tradewind.ingest.rules;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** By what rules, and within what bounds, submissions are checked. */
@ConfigMapping(prefix = "tradewind.ingest.check")
public interface RulesConfig {
  /**
   * By problem code, {@code error}, {@code warning} or {@code off}, such as {@code
   * tradewind.ingest.check.severity.expired-partner=error}. Checked at the start; codes that
   * protect the exactness of sums cannot be lowered.
   */
  Map<String, String> severity();

  /** The most data rows of one submission. */
  @WithDefault("100000000")
  long maxRows();

  /** How many times larger than its packed form a file may be. */
  @WithDefault("100")
  int maxRatio();

  /** How many problems of a submission are kept; all are counted. */
  @WithDefault("10000")
  int keptProblems();

  /** How many cells are sorted in memory, about 50 bytes each, before a run goes to disk. */
  @WithDefault("400000")
  int keysInMemory();

  /** Where sorted runs go; the system's temporary directory by default. */
  Optional<Path> folder();
}

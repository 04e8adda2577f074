package dev.tradewind.ingest.rules;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** By what rules, and with what means, submissions are checked. */
@ConfigMapping(prefix = "tradewind.ingest.check")
public interface RulesConfig {
  /**
   * By problem code, {@code error}, {@code warning} or {@code off}, such as {@code
   * tradewind.ingest.check.severity.expired-partner=error}. Checked at the start; codes that
   * protect the exactness of sums cannot be lowered.
   */
  Map<String, String> severity();

  /** How many cells are sorted in memory, about 50 bytes each, before a run goes to disk. */
  @WithDefault("400000")
  int keysInMemory();

  /**
   * Where temporary files go, each process's into a folder of its own; the system's temporary
   * directory by default.
   */
  Optional<Path> folder();
}

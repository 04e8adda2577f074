package dev.tradewind.ingest.current;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How submissions are compared with what was published before. */
@ConfigMapping(prefix = "tradewind.ingest.history")
public interface CurrentConfig {
  /**
   * How many months before a submission's first belong to the past that its values are compared
   * with; 0 turns the comparison off.
   */
  @WithDefault("12")
  @WithName("months")
  int historyMonths();
}

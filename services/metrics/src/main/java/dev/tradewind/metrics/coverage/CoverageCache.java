package dev.tradewind.metrics.coverage;

import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.database.Session;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Coverage by currency, read once after each merge. */
@Singleton
public class CoverageCache {
  private record Known(Version version, Coverage coverage) {}

  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /** The coverage of a currency as that snapshot sees it. */
  public Coverage get(Session session, Version version, String currency) {
    Known cached = known.get(currency);
    if (cached != null && cached.version.equals(version)) {
      return cached.coverage;
    }
    Coverage coverage = LiveBoxes.coverage(session, currency);
    // What anybody may ask for is unbounded; what exists is not.
    if (!coverage.boxes().isEmpty()) {
      known.put(currency, new Known(version, coverage));
    }
    return coverage;
  }
}

package dev.tradewind.metrics.coverage;

import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.database.Session;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Coverage by currency, read once after each merge. */
@Singleton
public class CoverageCache {
  private static final int STATES = 16;

  private record Then(Version version, String currency, String live) {}

  private record Known(Version version, Coverage coverage) {}

  private final LiveBoxes boxes;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Map<Then, Coverage> then = new ConcurrentHashMap<>();

  /** Of what that reader finds. */
  public CoverageCache(LiveBoxes boxes) {
    this.boxes = boxes;
  }

  /** The coverage of a currency as that snapshot sees it. */
  public Coverage get(Session session, Version version, String currency) {
    Known cached = known.get(currency);
    if (cached != null && cached.version.equals(version)) {
      return cached.coverage;
    }
    Coverage coverage = boxes.coverage(session, currency);
    // What anybody may ask for is unbounded; what exists is not.
    if (!coverage.boxes().isEmpty()) {
      known.put(currency, new Known(version, coverage));
    }
    return coverage;
  }

  /**
   * The coverage of a currency as it was.
   *
   * @param live which submissions counted, a condition on {@code submission s}
   */
  public Coverage get(Session session, Version version, String currency, String live) {
    Then key = new Then(version, currency, live);
    Coverage cached = then.get(key);
    if (cached != null) {
      return cached;
    }
    Coverage coverage = boxes.coverage(session, currency, live);
    if (then.size() >= STATES) {
      then.clear();
    }
    then.put(key, coverage);
    return coverage;
  }
}

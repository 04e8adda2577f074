package dev.tradewind.metrics.coverage;

import dev.tradewind.metrics.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the boxes of live submissions. What a box holds never changes, and may be thousands of
 * codes: it is read once.
 */
@Singleton
public final class LiveBoxes {
  /** The submissions that count now, as a condition on {@code submission s}. */
  public static final String LIVE = "s.state = 'applied'";

  /** A box of a submission, by its place among them: row ids are another after a rebuild. */
  private record Key(UUID submission, int number) {}

  private record Contents(
      List<String> products,
      Set<Integer> months,
      Set<Integer> listedOnly,
      Set<String> partners,
      Set<String> regions) {}

  /** A box without its contents. */
  private record Frame(
      Key key,
      int id,
      long vintage,
      @Nullable String label,
      String file,
      boolean allPartners,
      boolean allRegions,
      boolean provisional) {
    LiveBox with(Contents contents) {
      return new LiveBox(
          key.submission.toString(),
          vintage,
          label,
          file,
          contents.products,
          contents.months,
          contents.listedOnly,
          contents.partners,
          contents.regions,
          allPartners,
          allRegions,
          provisional);
    }
  }

  private final Map<Key, Contents> known = new ConcurrentHashMap<>();

  /** What is known in that currency now. */
  public Coverage coverage(Session session, String currency) {
    return coverage(session, currency, LIVE);
  }

  /**
   * What was known in that currency, without reported figures of the nation as a whole.
   *
   * @param live which submissions counted, a condition on {@code submission s}
   */
  public Coverage coverage(Session session, String currency, String live) {
    List<Frame> frames =
        session.list(
            """
            SELECT s.id, row_number() OVER (PARTITION BY b.submission_no ORDER BY b.id)::int, b.id,
                   s.vintage, s.label, b.file, b.all_partners, b.all_regions, s.provisional
            FROM submission s JOIN box b ON b.submission_no = s.no
            WHERE %s AND s.currency = $1 AND b.regions <> ARRAY['CN']
            """
                .formatted(live),
            LiveBoxes::frame,
            currency);
    learn(session, frames.stream().filter(frame -> !known.containsKey(frame.key)).toList());
    return new Coverage(
        frames.stream().map(f -> f.with(Objects.requireNonNull(known.get(f.key)))).toList());
  }

  /** The currencies in which anything is known, in order. */
  public static List<String> currencies(Session session) {
    return session.list(
        "SELECT DISTINCT currency FROM submission WHERE state = 'applied' ORDER BY 1",
        row -> row.getString(0));
  }

  private void learn(Session session, List<Frame> unknown) {
    if (unknown.isEmpty()) {
      return;
    }
    Map<Integer, Contents> contents = new HashMap<>();
    for (Row row :
        session.rows(
            """
            SELECT id, array_remove(products, 'TOTAL'), months, listed_only,
                   array_remove(partners, 'WLD'), array_remove(regions, 'CN')
            FROM box WHERE id = ANY ($1)
            """,
            (Object) unknown.stream().map(Frame::id).toArray(Integer[]::new))) {
      contents.put(row.getInteger(0), contents(row));
    }
    unknown.forEach(frame -> known.put(frame.key, Objects.requireNonNull(contents.get(frame.id))));
  }

  private static Frame frame(Row row) {
    return new Frame(
        new Key(row.getUUID(0), row.getInteger(1)),
        row.getInteger(2),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getBoolean(6),
        row.getBoolean(7),
        row.getBoolean(8));
  }

  private static Contents contents(Row row) {
    return new Contents(
        List.of(row.getArrayOfStrings(1)),
        new TreeSet<>(List.of(row.getArrayOfIntegers(2))),
        new TreeSet<>(List.of(row.getArrayOfIntegers(3))),
        Set.of(row.getArrayOfStrings(4)),
        Set.of(row.getArrayOfStrings(5)));
  }
}

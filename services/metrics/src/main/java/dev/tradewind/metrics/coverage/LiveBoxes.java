package dev.tradewind.metrics.coverage;

import dev.tradewind.metrics.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the boxes of live submissions. */
public final class LiveBoxes {
  /** The submissions that count now, as a condition on {@code submission s}. */
  public static final String LIVE = "s.state = 'applied'";

  private LiveBoxes() {}

  /** What is known in that currency now. */
  public static Coverage coverage(Session session, String currency) {
    return coverage(session, currency, LIVE);
  }

  /**
   * What was known in that currency, without reported figures of the nation as a whole.
   *
   * @param live which submissions counted, a condition on {@code submission s}
   */
  public static Coverage coverage(Session session, String currency, String live) {
    return new Coverage(
        session.list(
            """
            SELECT s.id, s.vintage, s.label, b.file, array_remove(b.products, 'TOTAL'), b.months,
                   b.listed_only, array_remove(b.partners, 'WLD'), array_remove(b.regions, 'CN'),
                   b.all_partners, b.all_regions, s.provisional
            FROM submission s JOIN box b ON b.submission_no = s.no
            WHERE %s AND s.currency = $1 AND b.regions <> ARRAY['CN']
            """
                .formatted(live),
            LiveBoxes::read,
            currency));
  }

  /** The currencies in which anything is known, in order. */
  public static List<String> currencies(Session session) {
    return session.list(
        "SELECT DISTINCT currency FROM submission WHERE state = 'applied' ORDER BY 1",
        row -> row.getString(0));
  }

  private static LiveBox read(Row row) {
    return new LiveBox(
        row.getUUID(0).toString(),
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        List.of(row.getArrayOfStrings(4)),
        new TreeSet<>(List.of(row.getArrayOfIntegers(5))),
        new TreeSet<>(List.of(row.getArrayOfIntegers(6))),
        Set.of(row.getArrayOfStrings(7)),
        Set.of(row.getArrayOfStrings(8)),
        row.getBoolean(9),
        row.getBoolean(10),
        row.getBoolean(11));
  }
}

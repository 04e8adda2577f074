package dev.tradewind.metrics.coverage;

import dev.tradewind.metrics.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the boxes of live submissions. */
public final class LiveBoxes {
  private LiveBoxes() {}

  /** What is known in that currency. */
  public static Coverage coverage(Session session, String currency) {
    return new Coverage(
        session.list(
            """
            SELECT s.id, s.vintage, s.label, b.file, b.products, b.months, b.listed_only, b.partners,
                   b.regions, b.all_partners, b.all_regions
            FROM submission s JOIN box b ON b.submission_no = s.no
            WHERE s.state = 'applied' AND s.currency = $1
            """,
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
        row.getBoolean(10));
  }
}

package dev.tradewind.metrics.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cost of a merge follows what it changed, not how much there is. */
class RecomputeTest {
  private static final List<String> REGIONS = List.of("CN-GD", "CN-ZJ", "CN-JS", "CN-SC");
  private static final List<String> MONTHS = List.of("2024-07", "2025-06", "2025-07");

  private static Told told(int number, long changed) {
    List<Told.Cell> rows = new ArrayList<>();
    for (String month : MONTHS) {
      for (String region : REGIONS) {
        boolean one = month.equals("2025-07") && region.equals("CN-ZJ");
        rows.add(new Told.Cell(month, region, "39221000", "USA", one ? changed : 5, 0));
        rows.add(new Told.Cell(month, region, "94036010", "VNM", 7, 0));
      }
    }
    return new Told(
        number,
        List.of(
            new Told.Box(
                List.of("39221000", "94036010"),
                MONTHS,
                List.of("USA", "VNM"),
                REGIONS,
                false,
                true)),
        rows,
        false,
        -1);
  }

  @Test
  void onlySumsThatMovedAreWrittenAgain() {
    try (History database = new History()) {
      // Given twelve slices, and a later vintage that repeats all of them but one cell
      String currency = History.currency();
      List<Told> history = List.of(told(0, 5), told(1, 6));
      database.tell(currency, history, 1);
      long before =
          database.inTransaction(
              session -> session.one("SELECT txid_current()::bigint", row -> row.getLong(0)));
      database.tell(currency, history, 2);
      // Then one fact was written, and the sums it is part of: all, its chapter, of USA and WLD
      assertThat(written(database, "fact", before)).containsExactly("202507 1");
      assertThat(written(database, "slice", before)).containsExactly("202507 4");
    }
  }

  private static List<String> written(History database, String table, long since) {
    return database.inTransaction(
        session ->
            session.list(
                "SELECT period || ' ' || count(*) FROM "
                    + table
                    + " WHERE xmin::text::bigint > $1 GROUP BY period ORDER BY 1",
                row -> row.getString(0),
                since));
  }
}

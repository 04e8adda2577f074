package dev.tradewind.metrics.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.metrics.answer.AsOf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Logs are forgotten; nothing that facts are derived from is. */
class RetentionTest {
  private static final List<String> MONTH = List.of("2025-07");
  private static final List<String> REGION = List.of("CN-GD");

  private static Told told(int number, long value, int withdrawnAfter) {
    return new Told(
        number,
        List.of(new Told.Box(List.of("39221000"), MONTH, List.of("USA"), REGION, false, true)),
        List.of(new Told.Cell("2025-07", "CN-GD", "39221000", "USA", value, 0)),
        false,
        withdrawnAfter);
  }

  private static long rows(History database, String table) {
    return database.inTransaction(
        session -> session.one("SELECT count(*) FROM " + table, row -> row.getLong(0)));
  }

  private static int forget(History database, Instant before) {
    return database.inTransaction(session -> LogKeeper.forget(session, before));
  }

  @Test
  void oldRevisionsAndDivertedRecordsAreForgottenAndTheHistoryStays() {
    try (History database = new History()) {
      // Given a revision and a record that could not be read
      String currency = History.currency();
      database.tell(currency, List.of(told(0, 5, 2), told(1, 6, -1)), 2);
      database.inTransaction(
          session ->
              session.run(
                  """
                  INSERT INTO poison (topic, topic_id, partition, record, reason)
                  VALUES ('tradewind.exports', 'topic', 0, 999, 'no block')
                  """));
      assertThat(rows(database, "revision")).isEqualTo(1);
      Optional<AsOf> then = Optional.of(new AsOf.Moment(Told.acceptedAt(1).minusSeconds(1)));
      List<String> facts = database.facts(currency, Optional.empty());
      List<String> earlier = database.facts(currency, then);
      assertThat(facts).containsExactly("202507 CN-GD 39221000 USA 6");
      assertThat(earlier).containsExactly("202507 CN-GD 39221000 USA 5");
      // When what is older than an hour is forgotten, then nothing is
      assertThat(forget(database, Instant.now().minusSeconds(3_600))).isZero();
      // When all is old enough, then both logs are empty, and what is and what was stay the same
      assertThat(forget(database, Instant.now().plusSeconds(60))).isEqualTo(2);
      assertThat(rows(database, "revision")).isZero();
      assertThat(rows(database, "poison")).isZero();
      assertThat(database.facts(currency, Optional.empty())).isEqualTo(facts);
      assertThat(database.facts(currency, then)).isEqualTo(earlier);
      // And a withdrawal still finds what was before
      database.event(told(1, 6, -1).withdrawn(currency, History.firstVintage(currency)));
      database.merge();
      assertThat(database.facts(currency, Optional.empty())).isEqualTo(earlier);
    }
  }
}

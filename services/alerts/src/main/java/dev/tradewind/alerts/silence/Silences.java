package dev.tradewind.alerts.silence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.matching.Matcher;
import dev.tradewind.alerts.matching.Matchers;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Silences in a transaction. */
public final class Silences {
  private static final String ACTIVE =
      """
      SELECT id, matchers::text, starts_at, ends_at FROM silence
      WHERE phase <> 'expired' AND starts_at <= now() AND ends_at > now() ORDER BY id
      """;

  private static final String TURN =
      """
      UPDATE silence
      SET phase = CASE WHEN ends_at <= now() THEN 'expired' WHEN starts_at <= now() THEN 'active' ELSE 'pending' END
      WHERE phase <> 'expired'
        AND phase <> CASE WHEN ends_at <= now() THEN 'expired' WHEN starts_at <= now() THEN 'active' ELSE 'pending' END
      """;

  private Silences() {}

  /** Those in force. */
  public static List<Silence> active(Transaction transaction) {
    return transaction.query(ACTIVE, Tuple.tuple()).stream()
        .map(
            row ->
                new Silence(
                    row.getLong(0),
                    matchers(row.getString(1)),
                    row.getOffsetDateTime(2).toInstant(),
                    row.getOffsetDateTime(3).toInstant()))
        .toList();
  }

  /** Takes in that silences began or ended; true if any did since this was done last. */
  public static boolean turn(Transaction transaction) {
    return transaction.update(TURN, Tuple.tuple()) > 0;
  }

  static Matchers matchers(String json) {
    List<Matcher> all = new ArrayList<>();
    StoredJson.read(json, JsonNode.class).forEach(text -> all.add(Matcher.parse(text.asText())));
    return new Matchers(all);
  }
}

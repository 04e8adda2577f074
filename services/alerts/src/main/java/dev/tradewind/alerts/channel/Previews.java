package dev.tradewind.alerts.channel;

import dev.tradewind.alerts.channel.ChannelResource.Preview;
import dev.tradewind.alerts.notification.Draft;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.alerts.wording.Language;
import dev.tradewind.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message would look like, without sending it. */
@ApplicationScoped
class Previews {
  /** A message about incidents; notices are told by the sample of none. */
  private static final String SELECT =
      """
      SELECT id, desired::text FROM notification
      WHERE ($1::bigint IS NULL OR id = $1) AND desired ? 'members' ORDER BY id DESC LIMIT 1
      """;

  private static final String CHANNEL = "preview";

  private final Transactions transactions;
  private final Kinds kinds;

  Previews(Transactions transactions, Kinds kinds) {
    this.transactions = transactions;
    this.kinds = kinds;
  }

  Preview preview(
      @Nullable String kindId, @Nullable String languageId, @Nullable Long notification) {
    String id = kindId == null ? "slack-webhook" : kindId;
    ReceiverKind kind = kinds.of(id);
    if (kind == null) {
      throw Problem.badParameter("kind", "use one of " + kinds.names() + ".").asException();
    }
    Language language = language(languageId);
    List<Row> rows =
        transactions.run(tx -> tx.query(SELECT, Tuple.tuple().addLong(notification)));
    if (rows.isEmpty() && notification != null) {
      throw Problem.notFound("message about alerts", notification).asException();
    }
    Telling telling =
        rows.isEmpty()
            ? SampleTelling.TELLING
            : StoredJson.read(rows.get(0).getString(1), Telling.class);
    return new Preview(
        kind.id(),
        language.id(),
        rows.isEmpty() ? "sample" : "notification " + rows.get(0).getLong(0),
        kind.write(new Draft(null, telling), CHANNEL, language));
  }

  private static Language language(@Nullable String id) {
    try {
      return id == null ? Language.EN : Language.of(id);
    } catch (IllegalArgumentException e) {
      throw Problem.badParameter("language", "use en or zh.").asException();
    }
  }
}

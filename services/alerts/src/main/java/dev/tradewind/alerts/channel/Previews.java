package dev.tradewind.alerts.channel;

import dev.tradewind.alerts.channel.ChannelResource.Preview;
import dev.tradewind.alerts.notification.Draft;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.alerts.wording.Language;
import dev.tradewind.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message would look like, without sending it. */
@ApplicationScoped
class Previews {
  private static final String ALERTS = "alerts";

  private static final String SELECT =
      """
      SELECT id, kind, desired::text FROM notification
      WHERE ($1::bigint IS NULL OR id = $1) AND ($2::text IS NULL OR kind = $2) ORDER BY id DESC LIMIT 1
      """;

  private static final String CHANNEL = "preview";

  private final Transactions transactions;
  private final Kinds kinds;

  Previews(Transactions transactions, Kinds kinds) {
    this.transactions = transactions;
    this.kinds = kinds;
  }

  /**
   * Of that message, else of the newest of its kind, else of a sample.
   *
   * @param kindId of the channel
   * @param messageKind {@code alerts}, or a notice's; null for that of the notification
   */
  Preview preview(
      @Nullable String kindId,
      @Nullable String languageId,
      @Nullable String messageKind,
      @Nullable Long notification) {
    String id = kindId == null ? "slack-webhook" : kindId;
    ReceiverKind kind = kinds.of(id);
    if (kind == null) {
      throw Problem.badParameter("kind", "use one of " + kinds.names() + ".").asException();
    }
    Language language = language(languageId);
    String wanted = checked(messageKind == null && notification == null ? ALERTS : messageKind);
    List<Row> rows =
        transactions.run(
            tx -> tx.query(SELECT, Tuple.tuple().addLong(notification).addString(wanted)));
    if (rows.isEmpty() && notification != null) {
      throw Problem.notFound(wanted == null ? "message" : "message of kind " + wanted, notification)
          .asException();
    }
    if (rows.isEmpty()) {
      return preview(kind, language, String.valueOf(wanted), "sample", sample(wanted));
    }
    Row row = rows.get(0);
    return preview(
        kind,
        language,
        row.getString(1),
        "notification " + row.getLong(0),
        letter(row.getString(1), row.getString(2)));
  }

  private static Preview preview(
      ReceiverKind kind, Language language, String messageKind, String source, Letter letter) {
    return new Preview(
        kind.id(), language.id(), messageKind, source, kind.write(letter, CHANNEL, language));
  }

  private static Letter letter(String messageKind, String desired) {
    return messageKind.equals(ALERTS)
        ? new Draft(null, StoredJson.read(desired, Telling.class))
        : StoredJson.read(desired, Notice.class);
  }

  private static Letter sample(@Nullable String messageKind) {
    for (Notice.Kind kind : Notice.Kind.values()) {
      if (kind.id().equals(messageKind)) {
        return Samples.notice(kind, CHANNEL);
      }
    }
    return new Draft(null, Samples.TELLING);
  }

  private static @Nullable String checked(@Nullable String messageKind) {
    if (messageKind != null
        && !messageKind.equals(ALERTS)
        && Arrays.stream(Notice.Kind.values()).noneMatch(kind -> kind.id().equals(messageKind))) {
      throw Problem.badParameter("messageKind", "use alerts, all-clear, overdue, digest or test.")
          .asException();
    }
    return messageKind;
  }

  private static Language language(@Nullable String id) {
    try {
      return id == null ? Language.EN : Language.of(id);
    } catch (IllegalArgumentException e) {
      throw Problem.badParameter("language", "use en or zh.").asException();
    }
  }
}

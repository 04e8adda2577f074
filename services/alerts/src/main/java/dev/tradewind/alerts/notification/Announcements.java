package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.route.ChannelNames;
import dev.tradewind.alerts.route.Timing;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records notices to be sent: each once per channel, whoever announces it how often. */
@ApplicationScoped
public class Announcements {
  private static final String INSERT =
      """
      INSERT INTO notification (channel, group_key, kind, period, state, desired_version, desired, timing, submission)
      VALUES ($1, $2, $3, $4, $5, 1, $6::text::jsonb, $7::text::jsonb, $8)
      ON CONFLICT (channel, group_key) DO NOTHING
      """;

  private final Receivers receivers;
  private final ChannelNames names;

  Announcements(Receivers receivers, ChannelNames names) {
    this.receivers = receivers;
    this.names = names;
  }

  /** Whether every one of those channels has that notice, so that it need not be written again. */
  public boolean announced(
      Transaction transaction, Notice.Kind kind, String occasion, List<String> channels) {
    List<String> existing = existing(transaction, channels);
    return transaction
            .query(
                "SELECT count(*) FROM notification WHERE group_key = $1 AND channel = ANY ($2)",
                Tuple.tuple()
                    .addString(kind.id() + "|" + occasion)
                    .addArrayOfString(existing.toArray(String[]::new)))
            .get(0)
            .getLong(0)
        == existing.size();
  }

  /**
   * Announces a notice.
   *
   * @param occasion what happens once, such as {@code 2025-08}
   * @param channels their names; those that do not exist are passed over
   * @param submission which occasioned it; null if none did
   * @return whether there is something new to send
   */
  public boolean announce(
      Transaction transaction,
      Notice notice,
      String occasion,
      List<String> channels,
      Timing timing,
      @Nullable UUID submission) {
    boolean toSend = false;
    YearMonth period = notice.period();
    for (String channel : existing(transaction, channels)) {
      boolean awaited = receivers.awaited(channel);
      int added =
          transaction.update(
              INSERT,
              Tuple.tuple()
                  .addString(channel)
                  .addString(notice.kind().id() + "|" + occasion)
                  .addString(notice.kind().id())
                  .addString(period == null ? null : period.toString())
                  .addString(awaited ? Message.PENDING : Message.NO_CHANNEL)
                  .addString(StoredJson.write(notice))
                  .addString(StoredJson.write(timing))
                  .addUUID(submission));
      toSend |= added > 0 && awaited;
    }
    return toSend;
  }

  private List<String> existing(Transaction transaction, List<String> channels) {
    List<String> known = names.names(transaction);
    return channels.stream().filter(known::contains).distinct().toList();
  }
}

package dev.tradewind.alerts.channel;

import dev.tradewind.alerts.secret.Sealed;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.alerts.wording.Language;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of channels. */
final class ChannelStore {
  private static final String COLUMNS =
      """
      SELECT name, kind, origin, language, settings::text, secret, secret_key, secret_ref, updated_at FROM channel
      WHERE deleted_at IS NULL
      """;

  private static final String INSERT =
      """
      INSERT INTO channel (name, kind, fingerprint, origin, language, settings, secret, secret_key, secret_ref)
      VALUES ($1, $2, '', 'api', $3, $4::text::jsonb, $5, $6, $7)
      ON CONFLICT (name) DO UPDATE
      SET kind = excluded.kind, language = excluded.language, settings = excluded.settings, secret = excluded.secret,
          secret_key = excluded.secret_key, secret_ref = excluded.secret_ref, deleted_at = NULL, tested_at = NULL,
          not_before = now(), updated_at = now()
      WHERE channel.deleted_at IS NOT NULL
      """;

  private static final String UPDATE =
      """
      UPDATE channel
      SET language = $2, settings = $3::text::jsonb, secret = $4, secret_key = $5, secret_ref = $6,
          not_before = now(), updated_at = now()
      WHERE name = $1 AND deleted_at IS NULL
      """;

  private static final String RESEAL =
      "UPDATE channel SET secret = $2, secret_key = $3 WHERE name = $1 AND secret_key = $4";

  private static final String DELETE =
      """
      UPDATE channel SET deleted_at = now(), secret = NULL, secret_key = NULL, secret_ref = NULL, settings = '{}'
      WHERE name = $1 AND deleted_at IS NULL
      """;

  /** What one address refused, another may take. */
  private static final String UNPARK =
      """
      UPDATE notification SET state = 'pending', attempts = 0, next_attempt_at = now()
      WHERE channel = $1 AND state = 'failed'
      """;

  /** A channel that is made anew has heard nothing: what goes on is told as for the first time. */
  private static final String FORGET_NEWEST =
      """
      UPDATE notification n SET state = 'no-channel', sent_version = 0, sent = NULL, sent_at = NULL, attempts = 0
      FROM series s
      WHERE n.channel = $1 AND n.kind = 'alerts'
        AND s.partner = n.desired #>> '{group,series,partner}' AND s.sector = n.desired #>> '{group,series,sector}'
        AND s.time_window = n.desired #>> '{group,series,window}'
        AND s.currency = n.desired #>> '{group,series,currency}' AND s.newest = n.period
      """;

  /** Another address knows nothing of earlier messages. */
  private static final String FORGET_MESSAGES =
      "UPDATE notification SET ts = NULL WHERE channel = $1";

  private static final String END_MESSAGES =
      """
      UPDATE notification SET state = 'no-channel', attempting_version = NULL
      WHERE channel = $1 AND state IN ('pending', 'failed')
      """;

  private static final String TEST =
      """
      UPDATE channel SET tested_at = now()
      WHERE name = $1 AND (tested_at IS NULL OR tested_at <= now() - $2 * interval '1 millisecond')
        AND not_before <= now()
      """;

  private static final String HUSH =
      """
      UPDATE channel SET not_before = greatest(not_before, now() + $2 * interval '1 millisecond') WHERE name = $1
      """;

  private ChannelStore() {}

  static List<StoredChannel> all(Transaction transaction) {
    return transaction.query(COLUMNS + " ORDER BY name", Tuple.tuple()).stream()
        .map(ChannelStore::channel)
        .toList();
  }

  static @Nullable StoredChannel find(Transaction transaction, String name) {
    List<Row> rows = transaction.query(COLUMNS + " AND name = $1", Tuple.of(name));
    return rows.isEmpty() ? null : channel(rows.get(0));
  }

  /** False if there is one of that name. */
  static boolean insert(Transaction transaction, StoredChannel channel) {
    Tuple row =
        Tuple.tuple()
            .addString(channel.name())
            .addString(channel.kind())
            .addString(channel.language().id())
            .addString(StoredJson.write(channel.settings()));
    if (transaction.update(INSERT, withSecret(row, channel)) == 0) {
      return false;
    }
    transaction.update(FORGET_MESSAGES, Tuple.of(channel.name()));
    transaction.update(FORGET_NEWEST, Tuple.of(channel.name()));
    return true;
  }

  /**
   * What was parked is due again. Messages are locked before their channel, as by those who send.
   */
  static void update(Transaction transaction, StoredChannel channel, boolean moved) {
    Tuple row =
        Tuple.tuple()
            .addString(channel.name())
            .addString(channel.language().id())
            .addString(StoredJson.write(channel.settings()));
    transaction.update(UNPARK, Tuple.of(channel.name()));
    if (moved) {
      transaction.update(FORGET_MESSAGES, Tuple.of(channel.name()));
    }
    transaction.update(UPDATE, withSecret(row, channel));
  }

  static void reseal(Transaction transaction, String name, Sealed now, String was) {
    transaction.update(
        RESEAL,
        Tuple.tuple()
            .addString(name)
            .addBuffer(Buffer.buffer(now.bytes()))
            .addString(now.keyId())
            .addString(was));
  }

  /** Messages are locked before their channel, as by those who send. */
  static void delete(Transaction transaction, String name) {
    transaction.update(END_MESSAGES, Tuple.of(name));
    transaction.update(DELETE, Tuple.of(name));
  }

  /** False if it was tested a moment ago, or asked for patience. */
  static boolean mayTest(Transaction transaction, String name, Duration apart) {
    return transaction.update(TEST, Tuple.of(name, apart.toMillis())) > 0;
  }

  static void hush(Transaction transaction, String name, Duration wait) {
    transaction.update(HUSH, Tuple.of(name, wait.toMillis()));
  }

  private static Tuple withSecret(Tuple row, StoredChannel channel) {
    Sealed sealed = channel.sealed();
    Tuple withBytes =
        sealed == null ? row.addValue(null) : row.addBuffer(Buffer.buffer(sealed.bytes()));
    return withBytes
        .addString(sealed == null ? null : sealed.keyId())
        .addString(channel.secretRef());
  }

  private static StoredChannel channel(Row row) {
    Buffer secret = row.getBuffer(5);
    return new StoredChannel(
        row.getString(0),
        row.getString(1),
        row.getString(2).equals("configuration"),
        Language.of(row.getString(3)),
        StoredJson.read(row.getString(4), ChannelSettings.class),
        secret == null ? null : new Sealed(row.getString(6), secret.getBytes()),
        row.getString(7),
        row.getOffsetDateTime(8));
  }
}

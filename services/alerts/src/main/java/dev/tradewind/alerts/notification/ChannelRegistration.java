package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.store.Reconsideration;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.alerts.store.Turn;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Brings the configured channels into the database at start, and the stored ones out of it. */
@ApplicationScoped
public class ChannelRegistration {
  private static final Logger LOG = Logger.getLogger(ChannelRegistration.class);

  private static final String KNOWN = "SELECT 1 FROM channel WHERE name = $1 AND fingerprint = $2";

  private static final String ADD =
      """
      INSERT INTO channel (name, kind, fingerprint) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING
      """;

  private static final String MOVE =
      """
      UPDATE channel SET kind = $2, fingerprint = $3, not_before = now(), updated_at = now()
      WHERE name = $1
      """;

  /** What one address refused, another may take; so may one what was recorded without any. */
  private static final String UNPARK =
      """
      UPDATE notification SET state = 'pending', attempts = 0, next_attempt_at = now()
      WHERE channel = $1 AND (state = 'failed' OR state = 'no-channel' AND sent_version > 0)
      """;

  private final Transactions transactions;
  private final Receivers receivers;
  private final Reconsideration reconsideration;

  ChannelRegistration(
      Transactions transactions, Receivers receivers, Reconsideration reconsideration) {
    this.transactions = transactions;
    this.receivers = receivers;
    this.reconsideration = reconsideration;
  }

  /**
   * Adds new channels. Where an address changed, parked messages are due again; where there was
   * none, what fires is told.
   */
  public void register() {
    receivers.refresh();
    for (Receiver receiver : receivers.ofConfiguration()) {
      transactions.run(
          transaction -> {
            // At most starts nothing has changed, and nobody has to be waited for.
            if (!isKnown(transaction, receiver)) {
              Turn.take(transaction);
              register(transaction, receiver);
            }
            return true;
          });
    }
  }

  private static boolean isKnown(Transaction transaction, Receiver receiver) {
    return !transaction
        .query(KNOWN, Tuple.of(receiver.channel(), receiver.fingerprint()))
        .isEmpty();
  }

  private void register(Transaction transaction, Receiver receiver) {
    Tuple row = Tuple.of(receiver.channel(), receiver.kind(), receiver.fingerprint());
    if (transaction.update(ADD, row) == 0 && !isKnown(transaction, receiver)) {
      int due = 0;
      if (receiver.configured()) {
        due = transaction.update(UNPARK, Tuple.of(receiver.channel()));
        reconsideration.all(transaction);
      }
      // Last, as by those who send: messages are locked before their channel.
      transaction.update(MOVE, row);
      LOG.infof(
          "channel %s has a new address; %d parked messages are due again",
          receiver.channel(), due);
    }
  }
}

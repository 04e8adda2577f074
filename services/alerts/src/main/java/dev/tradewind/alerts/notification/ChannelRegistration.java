package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.alerts.store.Transactions;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Brings the configured channels into the database at start, and the stored ones out of it. */
@ApplicationScoped
public class ChannelRegistration {
  private static final Logger LOG = Logger.getLogger(ChannelRegistration.class);

  private static final String ADD =
      """
      INSERT INTO channel (name, kind, fingerprint) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING
      """;

  private static final String MOVE =
      """
      UPDATE channel SET kind = $2, fingerprint = $3, not_before = now(), updated_at = now()
      WHERE name = $1 AND fingerprint <> $3
      """;

  /** What one address refused, another may take. */
  private static final String UNPARK =
      """
      UPDATE notification SET state = 'pending', attempts = 0, next_attempt_at = now()
      WHERE channel = $1 AND state = 'failed'
      """;

  private final Transactions transactions;
  private final Receivers receivers;

  ChannelRegistration(Transactions transactions, Receivers receivers) {
    this.transactions = transactions;
    this.receivers = receivers;
  }

  /** Adds new channels; where an address changed, parked messages are due again. */
  public void register() {
    for (Receiver receiver : receivers.ofConfiguration()) {
      transactions.run(
          transaction -> {
            register(transaction, receiver);
            return true;
          });
    }
    receivers.refresh();
  }

  private static void register(Transaction transaction, Receiver receiver) {
    Tuple row = Tuple.of(receiver.channel(), receiver.kind(), receiver.fingerprint());
    if (transaction.update(ADD, row) == 0 && transaction.update(MOVE, row) > 0) {
      int due =
          receiver.configured() ? transaction.update(UNPARK, Tuple.of(receiver.channel())) : 0;
      LOG.infof(
          "channel %s has a new address; %d parked messages are due again",
          receiver.channel(), due);
    }
  }
}

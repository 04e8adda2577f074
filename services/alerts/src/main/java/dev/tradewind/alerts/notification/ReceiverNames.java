package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.route.ChannelNames;
import dev.tradewind.alerts.store.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** All receivers, by name: those of the configuration first. */
@ApplicationScoped
class ReceiverNames implements ChannelNames {
  private static final String OF_API =
      "SELECT name FROM channel WHERE origin = 'api' AND deleted_at IS NULL ORDER BY name";

  private final Receivers receivers;

  ReceiverNames(Receivers receivers) {
    this.receivers = receivers;
  }

  @Override
  public List<String> names(Transaction transaction) {
    return Stream.concat(
            receivers.ofConfiguration().stream().map(Receiver::channel),
            transaction.query(OF_API, Tuple.tuple()).stream().map(row -> row.getString(0)))
        .toList();
  }
}

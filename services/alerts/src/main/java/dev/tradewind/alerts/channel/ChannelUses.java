package dev.tradewind.alerts.channel;

import dev.tradewind.alerts.route.RoutingStore;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.platform.problem.Problem;
import dev.tradewind.platform.problem.Problem.Violation;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who names a channel: rules, disabled ones too, and the routing document that holds. */
final class ChannelUses {
  private static final String RULES =
      "SELECT id FROM rule WHERE deleted_at IS NULL AND definition -> 'receivers' ? $1 ORDER BY id";

  private ChannelUses() {}

  /** A 409 that names them, if there are any; the caller has its turn. */
  static void refuse(Transaction transaction, String channel) {
    List<Violation> uses = new ArrayList<>();
    transaction
        .query(RULES, Tuple.of(channel))
        .forEach(row -> uses.add(new Violation("rule " + row.getString(0), "its receivers")));
    RoutingStore.current(transaction)
        .naming(channel)
        .forEach(place -> uses.add(new Violation("routing", place)));
    if (!uses.isEmpty()) {
      throw Problem.of(409, "channel-in-use", "The channel is still named.")
          .withDetail(
              "Channel '"
                  + channel
                  + "' is named by "
                  + uses.stream()
                      .map(use -> use.parameter() + " (" + use.detail() + ")")
                      .collect(Collectors.joining(", "))
                  + ".")
          .withAdvice("Name another channel there first.")
          .withErrors(uses)
          .asException();
    }
  }
}

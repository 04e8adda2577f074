package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Takes alerts on. */
@ApplicationScoped
class Acknowledging {
  private static final int LONGEST = 1000;
  private static final String EXISTS = "SELECT state FROM incident WHERE id = $1";

  private final Transactions transactions;

  Acknowledging(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Takes one on; a problem if there is no such alert, or if it does not fire. */
  void acknowledge(long id, String actor, @Nullable AcknowledgeBody body) {
    Cause cause = Cause.by(actor, "acknowledged").saying(comment(body));
    transactions.inTurn(
        transaction -> {
          if (!IncidentStore.acknowledge(transaction, id, cause)) {
            var rows = transaction.query(EXISTS, Tuple.of(id));
            if (rows.isEmpty()) {
              throw Problem.notFound("alert", id).asException();
            }
            throw Problem.of(409, "not-firing", "Only an alert that fires can be acknowledged.")
                .withDetail("Alert " + id + " is " + rows.get(0).getString(0) + ".")
                .asException();
          }
          return true;
        });
  }

  private static @Nullable String comment(@Nullable AcknowledgeBody body) {
    String comment = body == null ? null : body.comment();
    if (comment == null || comment.isBlank()) {
      return null;
    }
    if (comment.length() > LONGEST) {
      throw Problem.badParameter("comment", "use at most " + LONGEST + " characters.")
          .asException();
    }
    return comment.strip();
  }
}

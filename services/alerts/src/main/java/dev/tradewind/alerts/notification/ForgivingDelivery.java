package dev.tradewind.alerts.notification;

import io.smallrye.mutiny.Uni;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Turns failures of the way into outcomes. Of their text nothing is kept but the kind: it may hold
 * the address, which is a secret.
 */
record ForgivingDelivery(Delivery next) implements Delivery {
  @Override
  public Uni<Outcome> deliver(Parcel parcel) {
    return Uni.createFrom()
        .deferred(() -> next.deliver(parcel))
        .onFailure()
        .recoverWithItem(ForgivingDelivery::outcome);
  }

  private static Outcome outcome(Throwable failure) {
    if (failure instanceof RefusedException) {
      return new Outcome.Refused(String.valueOf(failure.getMessage()));
    }
    boolean neverLeft =
        failure instanceof ConnectException
            || failure instanceof UnknownHostException
            || failure instanceof SSLHandshakeException;
    return new Outcome.Postponed(
        null,
        !neverLeft,
        neverLeft
            ? "no connection (" + failure.getClass().getSimpleName() + ")"
            : "the connection broke (" + failure.getClass().getSimpleName() + ")");
  }
}

package dev.tradewind.alerts.webhook;

import dev.tradewind.alerts.notification.Delivery;
import dev.tradewind.alerts.notification.Outcome;
import dev.tradewind.alerts.notification.Parcel;
import dev.tradewind.alerts.outbound.Outbound;
import dev.tradewind.alerts.outbound.Target;
import dev.tradewind.alerts.secret.Secret;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Posts a signed body. */
record WebhookDelivery(Outbound outbound, Target target, Secret secret, Clock clock)
    implements Delivery {
  @Override
  public Uni<Outcome> deliver(Parcel parcel) {
    byte[] body = parcel.message().toString().getBytes(StandardCharsets.UTF_8);
    Instant now = clock.instant();
    return outbound
        .post(
            target,
            Map.of(
                "Content-Type",
                "application/json; charset=utf-8",
                "Tradewind-Delivery",
                parcel.id(),
                "Tradewind-Signature",
                Signature.header(secret, now, body)),
            body)
        .map(answer -> answer.outcome(clock.instant()));
  }
}

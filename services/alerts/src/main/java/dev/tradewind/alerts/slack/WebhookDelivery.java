package dev.tradewind.alerts.slack;

import dev.tradewind.alerts.notification.Delivery;
import dev.tradewind.alerts.notification.Outcome;
import dev.tradewind.alerts.notification.Parcel;
import dev.tradewind.alerts.outbound.Outbound;
import dev.tradewind.alerts.outbound.Target;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** Posts to an incoming webhook. */
record WebhookDelivery(Outbound outbound, Target target, Clock clock) implements Delivery {
  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/json; charset=utf-8");

  @Override
  public Uni<Outcome> deliver(Parcel parcel) {
    byte[] body = parcel.message().toString().getBytes(StandardCharsets.UTF_8);
    return outbound
        .post(target, HEADERS, body)
        .map(answer -> SlackErrors.outcome(answer, clock.instant()));
  }
}

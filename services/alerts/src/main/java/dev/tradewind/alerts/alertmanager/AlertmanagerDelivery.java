package dev.tradewind.alerts.alertmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tradewind.alerts.notification.Delivery;
import dev.tradewind.alerts.notification.Outcome;
import dev.tradewind.alerts.notification.Parcel;
import dev.tradewind.alerts.outbound.Outbound;
import dev.tradewind.alerts.outbound.Target;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Posts alerts.
 *
 * @param authorization the header; null for none
 */
record AlertmanagerDelivery(
    Outbound outbound,
    Target target,
    @Nullable String authorization,
    Duration resolveTimeout,
    Clock clock)
    implements Delivery {
  @Override
  public Uni<Outcome> deliver(Parcel parcel) {
    ArrayNode alerts =
        AlertmanagerAlerts.posted(parcel.message(), clock.instant(), resolveTimeout);
    if (alerts.isEmpty()) {
      // A digest is no alert.
      return Uni.createFrom().item(new Outcome.Delivered(null));
    }
    Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
    if (authorization != null) {
      headers.put("Authorization", authorization);
    }
    return outbound
        .post(target, headers, alerts.toString().getBytes(StandardCharsets.UTF_8))
        .map(answer -> answer.outcome(clock.instant()));
  }

  /** Nothing prints the credentials. */
  @Override
  public String toString() {
    return "AlertmanagerDelivery[" + target + "]";
  }
}

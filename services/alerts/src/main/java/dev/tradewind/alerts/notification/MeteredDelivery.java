package dev.tradewind.alerts.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;

/** Times attempts by channel and outcome. */
record MeteredDelivery(Delivery next, String channel, MeterRegistry meters) implements Delivery {
  @Override
  public Uni<Outcome> deliver(Parcel parcel) {
    Timer.Sample sample = Timer.start(meters);
    return next.deliver(parcel).invoke(outcome -> sample.stop(timer(outcome)));
  }

  private Timer timer(Outcome outcome) {
    return meters.timer(
        "tradewind.notification.delivery", "channel", channel, "outcome", Outcomes.name(outcome));
  }
}

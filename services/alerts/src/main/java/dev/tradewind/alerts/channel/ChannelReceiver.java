package dev.tradewind.alerts.channel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.notification.Delivery;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.notification.Outcome;
import dev.tradewind.alerts.notification.Parcel;
import dev.tradewind.alerts.notification.Receiver;
import dev.tradewind.alerts.wording.Language;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * A stored channel.
 *
 * @param problem why nothing can be sent; null if it can
 */
record ChannelReceiver(
    ChannelSpec spec, ReceiverKind sort, String fingerprint, @Nullable String problem)
    implements Receiver {
  @Override
  public String channel() {
    return spec.name();
  }

  @Override
  public String kind() {
    return sort.id();
  }

  @Override
  public String host() {
    return problem == null ? sort.host(spec.settings(), spec.secret()) : "";
  }

  @Override
  public boolean configured() {
    return problem == null;
  }

  /** Somebody made it, so what keeps it from working is an accident. */
  @Override
  public boolean awaited() {
    return true;
  }

  @Override
  public Language language() {
    return spec.language();
  }

  @Override
  public JsonNode payload(Letter letter) {
    return sort.write(letter, spec.name(), spec.language());
  }

  @Override
  public Parcel parcel(String id, Letter letter, @Nullable String ts) {
    return sort.parcel(id, letter, spec.name(), spec.language(), ts);
  }

  @Override
  public Delivery delivery() {
    return problem == null
        ? sort.delivery(spec)
        : parcel -> Uni.createFrom().item(new Outcome.Postponed(null, false, problem));
  }
}

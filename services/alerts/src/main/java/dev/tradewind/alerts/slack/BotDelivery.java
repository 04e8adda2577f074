package dev.tradewind.alerts.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.alerts.notification.Delivery;
import dev.tradewind.alerts.notification.Outcome;
import dev.tradewind.alerts.notification.Parcel;
import dev.tradewind.alerts.outbound.Answer;
import dev.tradewind.alerts.outbound.Outbound;
import dev.tradewind.alerts.outbound.Target;
import dev.tradewind.alerts.secret.Secret;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Posts, edits and replies by Slack's Web API. A reply follows only on an edit that succeeded; if
 * it does not get through, both are done again, and an edit repeated changes nothing.
 */
record BotDelivery(Outbound outbound, Target api, Secret token, String channel, Clock clock)
    implements Delivery {
  @Override
  public Uni<Outcome> deliver(Parcel parcel) {
    String ts = parcel.ts();
    if (ts == null) {
      return post(parcel.message(), null).map(this::outcome);
    }
    return call("/chat.update", update(parcel.message(), ts))
        .flatMap(answer -> edited(parcel, ts, answer));
  }

  private Uni<Outcome> edited(Parcel parcel, String ts, Answer answer) {
    if (SlackErrors.notEditable(answer)) {
      JsonNode anew = parcel.anew();
      return post(anew == null ? parcel.message() : anew, null).map(this::outcome);
    }
    Outcome outcome = outcome(answer);
    JsonNode thread = parcel.thread();
    if (!(outcome instanceof Outcome.Delivered) || thread == null) {
      return Uni.createFrom().item(outcome);
    }
    return post(thread, ts)
        .map(
            reply ->
                outcome(reply) instanceof Outcome.Delivered
                    // Of the message, not of the reply: the next edit is of the message.
                    ? new Outcome.Delivered(ts)
                    : outcome(reply));
  }

  private Uni<Answer> post(JsonNode message, @Nullable String thread) {
    ObjectNode body = addressed(message);
    if (thread != null) {
      body.put("thread_ts", thread);
    }
    return call("/chat.postMessage", body);
  }

  private ObjectNode update(JsonNode message, String ts) {
    ObjectNode body = addressed(message).put("ts", ts);
    body.remove("unfurl_links");
    body.remove("unfurl_media");
    return body;
  }

  private ObjectNode addressed(JsonNode message) {
    ObjectNode body = message.deepCopy();
    return body.put("channel", channel);
  }

  private Uni<Answer> call(String method, ObjectNode body) {
    return outbound.post(
        api.resolve(method),
        Map.of(
            "Content-Type",
            "application/json; charset=utf-8",
            "Authorization",
            "Bearer " + token.reveal()),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Outcome outcome(Answer answer) {
    return SlackErrors.outcome(answer, clock.instant());
  }
}

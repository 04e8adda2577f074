package dev.tradewind.alerts.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tradewind.alerts.notification.Outcome;
import dev.tradewind.alerts.outbound.Answer;
import dev.tradewind.contracts.message.MessageCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

/** What Slack means when it answers 200 with {@code ok: false}. */
final class SlackErrors {
  private static final Set<String> FOR_NOW =
      Set.of(
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "team_added_to_org",
          "accesslimited");
  private static final Set<String> LIMITED = Set.of("ratelimited", "rate_limited", "message_limit_exceeded");
  private static final Set<String> NOT_EDITABLE =
      Set.of("message_not_found", "cant_update_message", "edit_window_closed");

  private SlackErrors() {}

  /** Slack's word, such as {@code channel_not_found}; empty if all is well or it is no JSON. */
  static String error(Answer answer) {
    JsonNode body = json(answer);
    if (!body.has("ok") || body.path("ok").asBoolean()) {
      return "";
    }
    String error = body.path("error").asText("").replaceAll("[^a-z_]", "");
    return error.isEmpty() ? "unknown_error" : error;
  }

  /** What follows from an answer; a message's id is kept. */
  static Outcome outcome(Answer answer, Instant now) {
    Outcome outcome = answer.outcome(now);
    if (!(outcome instanceof Outcome.Delivered)) {
      return outcome;
    }
    String error = error(answer);
    if (error.isEmpty()) {
      JsonNode ts = json(answer).path("ts");
      return new Outcome.Delivered(ts.isTextual() ? ts.asText() : null);
    }
    if (LIMITED.contains(error)) {
      return answer.postponed(now);
    }
    return FOR_NOW.contains(error)
        ? new Outcome.Postponed(null, false, "Slack: " + error)
        : new Outcome.Refused("Slack: " + error);
  }

  /** Whether the earlier message is not there any more, or may not be changed. */
  static boolean notEditable(Answer answer) {
    return NOT_EDITABLE.contains(error(answer));
  }

  private static JsonNode json(Answer answer) {
    try {
      return MessageCodec.read(answer.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}

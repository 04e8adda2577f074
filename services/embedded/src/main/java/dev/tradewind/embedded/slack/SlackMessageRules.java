package dev.tradewind.embedded.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/**
 * What an incoming webhook accepts as a message.
 *
 * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">Incoming
 *     webhooks</a>
 */
final class SlackMessageRules {
  /** Longer texts are cut by Slack, which nobody wants. */
  static final int TEXT = 40_000;

  static final int ATTACHMENTS = 100;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private SlackMessageRules() {}

  /** The body as JSON; throws if it is none. */
  static JsonNode parse(String body) throws JsonProcessingException {
    return JSON.readTree(body);
  }

  static SlackVerdict judge(JsonNode payload) {
    if (!payload.isObject()) {
      return SlackVerdict.refuse(400, "invalid_payload", "the payload is not a JSON object");
    }
    JsonNode text = payload.path("text");
    JsonNode blocks = payload.path("blocks");
    JsonNode attachments = payload.path("attachments");
    if (isAbsent(text) && isAbsent(blocks) && isAbsent(attachments)) {
      return SlackVerdict.refuse(400, "no_text", "neither text nor blocks nor attachments");
    }
    if (!text.isMissingNode() && !text.isTextual()) {
      return SlackVerdict.refuse(400, "invalid_payload", "text is not a string");
    }
    if (text.asText().length() > TEXT) {
      return SlackVerdict.refuse(400, "msg_too_long", "text is longer than " + TEXT);
    }
    Findings findings = new Findings();
    new SlackBlockRules(findings).judgeAll(blocks, "blocks");
    if (attachments.size() > ATTACHMENTS) {
      return SlackVerdict.refuse(400, "too_many_attachments", "more than " + ATTACHMENTS);
    }
    for (int i = 0; i < attachments.size(); i++) {
      new SlackBlockRules(findings)
          .judgeAll(attachments.get(i).path("blocks"), "attachments[" + i + "].blocks");
    }
    List<String> problems = findings.all();
    return problems.isEmpty() ? SlackVerdict.OK : new SlackVerdict(400, "invalid_blocks", problems);
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isNull() || (node.isEmpty() && node.asText().isEmpty());
  }
}

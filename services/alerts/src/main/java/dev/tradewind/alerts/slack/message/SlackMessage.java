package dev.tradewind.alerts.slack.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message as Slack takes it.
 *
 * @param text what notifications and screen readers say
 * @param blocks Block Kit, at most 50
 */
public record SlackMessage(String text, ArrayNode blocks) {
  /** The body of the request. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("text", text);
    json.set("blocks", blocks);
    json.put("unfurl_links", false);
    json.put("unfurl_media", false);
    return json;
  }
}

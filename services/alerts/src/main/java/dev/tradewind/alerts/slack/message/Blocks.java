package dev.tradewind.alerts.slack.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Builds Block Kit within Slack's limits: 50 blocks, 150 characters in a header, 3000 in a text.
 * Texts are verbatim, so that Slack makes no links or mentions of its own.
 */
final class Blocks {
  private static final int MAX_BLOCKS = 50;
  private static final int MAX_HEADER = 150;
  private static final int MAX_TEXT = 3000;
  private static final int MAX_FALLBACK = 4000;

  private final ArrayNode blocks = JsonNodeFactory.instance.arrayNode();

  Blocks header(String plain) {
    ObjectNode text = JsonNodeFactory.instance.objectNode();
    text.put("type", "plain_text").put("text", clip(plain, MAX_HEADER)).put("emoji", false);
    return add("header", "text", text);
  }

  Blocks section(String mrkdwn) {
    return add("section", "text", mrkdwn(mrkdwn));
  }

  Blocks divider() {
    if (blocks.size() < MAX_BLOCKS) {
      blocks.addObject().put("type", "divider");
    }
    return this;
  }

  Blocks context(String mrkdwn) {
    ArrayNode elements = JsonNodeFactory.instance.arrayNode();
    elements.add(mrkdwn(mrkdwn));
    if (blocks.size() < MAX_BLOCKS) {
      blocks.addObject().put("type", "context").set("elements", elements);
    }
    return this;
  }

  /** A heading and its lines, in as many sections as they need. */
  Blocks list(String heading, List<String> lines) {
    StringBuilder text = new StringBuilder(heading);
    for (String line : lines) {
      if (text.length() + 1 + line.length() > MAX_TEXT) {
        section(text.toString());
        text = new StringBuilder(line);
      } else {
        text.append('\n').append(line);
      }
    }
    return section(text.toString());
  }

  SlackMessage message(String fallback) {
    return new SlackMessage(clip(fallback, MAX_FALLBACK), blocks);
  }

  private Blocks add(String type, String field, ObjectNode value) {
    if (blocks.size() < MAX_BLOCKS) {
      blocks.addObject().put("type", type).set(field, value);
    }
    return this;
  }

  private static ObjectNode mrkdwn(String text) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    return node.put("type", "mrkdwn").put("text", clip(text, MAX_TEXT)).put("verbatim", true);
  }

  /** Slack refuses what is longer. Names are bounded before, so this is a last resort. */
  private static String clip(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}

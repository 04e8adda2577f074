package dev.tradewind.standalone.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A Slack message as its reader sees it, as far as plain text can show it. */
public final class SlackText {
  private SlackText() {}

  /** The lines of the message, each behind a bar. */
  public static List<String> lines(JsonNode payload) {
    List<String> lines = new ArrayList<>();
    if (!payload.path("blocks").isEmpty()) {
      payload.path("blocks").forEach(block -> addBlock(lines, block));
    } else if (payload.path("attachments").isEmpty()) {
      addText(lines, Mrkdwn.plain(payload.path("text").asText()));
    }
    for (JsonNode attachment : payload.path("attachments")) {
      attachment.path("blocks").forEach(block -> addBlock(lines, block));
      addText(lines, Mrkdwn.plain(attachment.path("text").asText()));
    }
    return lines.stream().map(line -> ("│ " + line).stripTrailing()).toList();
  }

  private static void addBlock(List<String> lines, JsonNode block) {
    switch (block.path("type").asText()) {
      case "divider" -> lines.add("─".repeat(40));
      case "header", "markdown" -> addText(lines, text(block.path("text")));
      case "section" -> {
        addText(lines, text(block.path("text")));
        block.path("fields").forEach(field -> addText(lines, text(field)));
      }
      case "context" -> {
        List<String> parts = new ArrayList<>();
        block.path("elements").forEach(element -> parts.add(text(element)));
        addText(lines, String.join("  ", parts));
      }
      case "actions" -> block.path("elements").forEach(element -> lines.add(button(element)));
      case "image" -> lines.add("(" + block.path("alt_text").asText() + ")");
      default -> lines.add("(" + block.path("type").asText() + ")");
    }
  }

  private static String text(JsonNode object) {
    return object.isTextual()
        ? Mrkdwn.plain(object.asText())
        : switch (object.path("type").asText()) {
          case "mrkdwn" -> Mrkdwn.plain(object.path("text").asText());
          case "image" -> "(" + object.path("alt_text").asText() + ")";
          default -> Mrkdwn.emoji(object.path("text").asText());
        };
  }

  private static String button(JsonNode button) {
    String url = button.path("url").asText();
    return "[ " + text(button.path("text")) + " ]" + (url.isEmpty() ? "" : " " + url);
  }

  private static void addText(List<String> lines, String text) {
    if (!text.isEmpty()) {
      text.lines().forEach(lines::add);
    }
  }
}

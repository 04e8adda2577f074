package dev.tradewind.embedded.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * The limits of Block Kit for blocks in messages, as documented per block.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Blocks</a>
 */
final class SlackBlockRules {
  static final int BLOCKS = 50;
  static final int BLOCK_ID = 255;
  static final int SECTION_TEXT = 3_000;
  static final int FIELDS = 10;
  static final int FIELD_TEXT = 2_000;
  static final int HEADER_TEXT = 150;
  static final int CONTEXT_ELEMENTS = 10;
  static final int ACTIONS_ELEMENTS = 25;
  static final int URL = 3_000;
  static final int ALT_TEXT = 2_000;
  static final int MARKDOWN_TEXT = 12_000;

  private final Findings findings;
  private final SlackElementRules elements;
  private final Set<String> ids = new HashSet<>();

  SlackBlockRules(Findings findings) {
    this.findings = findings;
    this.elements = new SlackElementRules(findings);
  }

  void judgeAll(JsonNode blocks, String place) {
    if (blocks.isMissingNode()) {
      return;
    }
    if (!findings.array(blocks, place, BLOCKS)) {
      return;
    }
    for (int i = 0; i < blocks.size(); i++) {
      judge(blocks.get(i), place + "[" + i + "]");
    }
  }

  private void judge(JsonNode block, String place) {
    String id = block.path("block_id").asText();
    findings.atMost(block, place, "block_id", BLOCK_ID);
    if (!id.isEmpty() && !ids.add(id)) {
      findings.add(place, "block_id " + id + " is used twice");
    }
    switch (block.path("type").asText()) {
      case "section" -> section(block, place);
      case "header" -> header(block, place);
      case "divider" -> findings.onlyKnown(block, place, Set.of("type", "block_id"));
      case "context" -> context(block, place);
      case "actions" -> actions(block, place);
      case "image" -> image(block, place);
      case "markdown" -> findings.required(block, place, "text", MARKDOWN_TEXT);
      case "rich_text" -> findings.array(block.path("elements"), place + ".elements", 1_000);
      default -> findings.add(place, "unknown type " + block.path("type"));
    }
  }

  private void section(JsonNode block, String place) {
    findings.onlyKnown(
        block, place, Set.of("type", "block_id", "text", "fields", "accessory", "expand"));
    if (!block.has("text") && !block.has("fields")) {
      findings.add(place, "needs text or fields");
    }
    if (block.has("text")) {
      elements.text(block.get("text"), place + ".text", SECTION_TEXT);
    }
    if (block.has("fields") && findings.array(block.get("fields"), place + ".fields", FIELDS)) {
      for (int i = 0; i < block.get("fields").size(); i++) {
        elements.text(block.get("fields").get(i), place + ".fields[" + i + "]", FIELD_TEXT);
      }
    }
    if (block.has("accessory")) {
      elements.interactive(block.get("accessory"), place + ".accessory");
    }
  }

  private void header(JsonNode block, String place) {
    findings.onlyKnown(block, place, Set.of("type", "block_id", "text"));
    elements.plainText(block.path("text"), place + ".text", HEADER_TEXT);
  }

  private void context(JsonNode block, String place) {
    findings.onlyKnown(block, place, Set.of("type", "block_id", "elements"));
    if (findings.array(block.path("elements"), place + ".elements", CONTEXT_ELEMENTS)) {
      for (int i = 0; i < block.get("elements").size(); i++) {
        JsonNode element = block.get("elements").get(i);
        String where = place + ".elements[" + i + "]";
        if (element.path("type").asText().equals("image")) {
          elements.image(element, where);
        } else {
          elements.text(element, where, SECTION_TEXT);
        }
      }
    }
  }

  private void actions(JsonNode block, String place) {
    findings.onlyKnown(block, place, Set.of("type", "block_id", "elements"));
    if (findings.array(block.path("elements"), place + ".elements", ACTIONS_ELEMENTS)) {
      for (int i = 0; i < block.get("elements").size(); i++) {
        elements.interactive(block.get("elements").get(i), place + ".elements[" + i + "]");
      }
    }
  }

  private void image(JsonNode block, String place) {
    findings.required(block, place, "image_url", URL);
    findings.required(block, place, "alt_text", ALT_TEXT);
    if (block.has("title")) {
      elements.plainText(block.get("title"), place + ".title", ALT_TEXT);
    }
  }
}

package dev.tradewind.embedded.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * The limits of Block Kit for what stands inside blocks: text objects, buttons, images.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/composition-objects/text-object">Text
 *     object</a>
 */
final class SlackElementRules {
  static final int BUTTON_TEXT = 75;
  static final int BUTTON_VALUE = 2_000;
  static final int ACTION_ID = 255;

  private static final Set<String> STYLES = Set.of("", "primary", "danger");

  private final Findings findings;

  SlackElementRules(Findings findings) {
    this.findings = findings;
  }

  /** A text object of either kind. */
  void text(JsonNode text, String place, int max) {
    switch (text.path("type").asText()) {
      case "mrkdwn" -> findings.onlyKnown(text, place, Set.of("type", "text", "verbatim"));
      case "plain_text" -> findings.onlyKnown(text, place, Set.of("type", "text", "emoji"));
      default -> {
        findings.add(place, "is neither a mrkdwn nor a plain_text object");
        return;
      }
    }
    findings.required(text, place, "text", max);
  }

  /** A text object that must be plain. */
  void plainText(JsonNode text, String place, int max) {
    if (text.path("type").asText().equals("plain_text")) {
      text(text, place, max);
    } else {
      findings.add(place, "is not a plain_text object");
    }
  }

  void image(JsonNode image, String place) {
    findings.required(image, place, "image_url", SlackBlockRules.URL);
    findings.required(image, place, "alt_text", SlackBlockRules.ALT_TEXT);
  }

  /** A button, the only interactive element that makes sense without an app behind it. */
  void interactive(JsonNode element, String place) {
    switch (element.path("type").asText()) {
      case "button" -> button(element, place);
      case "image" -> image(element, place);
      default -> findings.add(place, "unknown element type " + element.path("type"));
    }
  }

  private void button(JsonNode button, String place) {
    findings.onlyKnown(
        button,
        place,
        Set.of("type", "text", "action_id", "url", "value", "style", "accessibility_label"));
    plainText(button.path("text"), place + ".text", BUTTON_TEXT);
    findings.atMost(button, place, "action_id", ACTION_ID);
    findings.atMost(button, place, "url", SlackBlockRules.URL);
    findings.atMost(button, place, "value", BUTTON_VALUE);
    findings.atMost(button, place, "accessibility_label", BUTTON_TEXT);
    if (!STYLES.contains(button.path("style").asText())) {
      findings.add(place, "unknown style " + button.path("style"));
    }
    String url = button.path("url").asText();
    if (!url.isEmpty() && !url.startsWith("http://") && !url.startsWith("https://")) {
      findings.add(place, "url is not a web address: " + url);
    }
  }
}

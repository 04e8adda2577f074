package dev.tradewind.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** An answer of {@code /briefing}. */
final class Briefing {
  private final JsonNode answer;

  Briefing(JsonNode answer) {
    this.answer = answer;
  }

  JsonNode answer() {
    return answer;
  }

  List<String> sections() {
    List<String> ids = new ArrayList<>();
    answer.path("sections").forEach(section -> ids.add(section.path("id").asText()));
    return ids;
  }

  List<JsonNode> sentences() {
    List<JsonNode> sentences = new ArrayList<>();
    answer.path("sections").forEach(section -> section.path("sentences").forEach(sentences::add));
    return sentences;
  }

  boolean says(String id) {
    return sentences().stream().anyMatch(sentence -> sentence.path("id").asText().equals(id));
  }

  /** The texts of all sentences from one template. */
  String text(String id) {
    StringBuilder text = new StringBuilder();
    for (JsonNode sentence : sentences()) {
      if (sentence.path("id").asText().equals(id)) {
        text.append(sentence.path("text").asText()).append(' ');
      }
    }
    if (text.isEmpty()) {
      throw new AssertionError("the briefing does not say " + id + ": " + answer.toPrettyString());
    }
    return text.toString();
  }

  /** A figure that a sentence tells; sector and partner may be empty. */
  double figure(String id, String measure, String region, String sector, String partner) {
    for (JsonNode sentence : sentences()) {
      if (sentence.path("id").asText().equals(id)) {
        for (JsonNode figure : sentence.path("figures")) {
          if (figure.path("measure").asText().equals(measure)
              && figure.path("region").asText().equals(region)
              && figure.path("sector").asText("").replace("null", "").equals(sector)
              && figure.path("partner").asText("").replace("null", "").equals(partner)) {
            return figure.path("value").asDouble();
          }
        }
      }
    }
    throw new AssertionError(
        "no %s of %s %s %s in %s: %s"
            .formatted(measure, region, sector, partner, id, answer.toPrettyString()));
  }
}

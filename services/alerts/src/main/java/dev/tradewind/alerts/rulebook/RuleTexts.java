package dev.tradewind.alerts.rulebook;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tradewind.alerts.rule.RuleDocument;
import dev.tradewind.platform.problem.Problem;
import dev.tradewind.platform.problem.Problem.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules as text: one as JSON, or many as YAML ({@code rules:} and a list). */
public final class RuleTexts {
  private static final int MOST_RULES = 500;
  private static final int LARGEST = 3_000_000;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private RuleTexts() {}

  /** A tree of JSON; a 400 if it is none. */
  public static JsonNode json(@Nullable String text) {
    try {
      JsonNode node = JSON.readTree(text == null ? "" : text);
      return node.isMissingNode() ? JSON.createObjectNode() : node;
    } catch (JsonProcessingException e) {
      throw unreadable("JSON", e);
    }
  }

  /**
   * The rules of a document, JSON being YAML, too; a 400 that names everything that is wrong with
   * each of them.
   */
  public static List<RuleDocument> rules(@Nullable String text) {
    if (text == null || text.length() > LARGEST) {
      throw Problem.badParameter("rules", "use up to " + LARGEST + " characters.").asException();
    }
    JsonNode node;
    try {
      node = YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw unreadable("YAML", e);
    }
    JsonNode list = node == null ? null : node.path("rules");
    if (list == null || !list.isArray() || list.size() > MOST_RULES) {
      throw RuleReader.invalid(
          List.of(
              new Violation("rules", "use 'rules:' and a list of at most " + MOST_RULES + ".")));
    }
    List<RuleDocument> rules = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String prefix = "rules[" + i + "].";
      RuleReader.Reading reading = RuleReader.read(list.get(i), null, prefix);
      violations.addAll(reading.violations());
      RuleDocument rule = reading.document();
      if (rule != null && !ids.add(rule.id())) {
        violations.add(new Violation(prefix + "id", "it is there already."));
      } else if (rule != null) {
        rules.add(rule);
      }
    }
    if (!violations.isEmpty()) {
      throw RuleReader.invalid(violations);
    }
    return rules;
  }

  /** Rules as YAML that can be read again. */
  static String yaml(List<RuleDocument> rules) {
    ObjectNode document = YAML.createObjectNode();
    ArrayNode list = document.putArray("rules");
    rules.forEach(rule -> list.add(tree(rule)));
    try {
      return YAML.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rules cannot be written", e);
    }
  }

  private static JsonNode tree(RuleDocument rule) {
    ObjectNode tree = YAML.valueToTree(rule);
    tree.properties().removeIf(field -> field.getValue().isNull());
    return tree;
  }

  private static RuntimeException unreadable(String what, JsonProcessingException e) {
    var place = e.getLocation();
    return Problem.of(400, "bad-rule", "The rule is not valid.")
        .withDetail(
            "This is no "
                + what
                + (place == null
                    ? "."
                    : ": line "
                        + place.getLineNr()
                        + ", column "
                        + place.getColumnNr()
                        + " cannot be read."))
        .asException();
  }
}

package dev.tradewind.systemtests.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a text of a workflow refers to between <code>${{</code> and <code>}}</code>. */
final class Expressions {
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{(.*?)}}", Pattern.DOTALL);
  private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern REFERENCE =
      Pattern.compile("(?<![.\\w-])([a-z][a-z_]*)((?:\\.(?:[A-Za-z_*][\\w-]*|\\*))+)");

  private Expressions() {}

  /**
   * A reference.
   *
   * @param context the first name, such as {@code needs}
   * @param path the names after it, such as {@code build, outputs, version}
   */
  record Reference(String context, List<String> path) {
    @Override
    public String toString() {
      return context + "." + String.join(".", path);
    }
  }

  /** Those in a text. */
  static List<Reference> in(String text) {
    return EXPRESSION.matcher(text).results().flatMap(match -> references(match.group(1))).toList();
  }

  /** Those in an {@code if}, which is an expression as a whole. */
  static List<Reference> inCondition(String condition) {
    String bare = condition.replace("${{", " ").replace("}}", " ");
    return references(bare).toList();
  }

  /** Those in all texts below a node. */
  static List<Reference> below(JsonNode node) {
    if (node.isTextual()) {
      return in(node.asText());
    }
    return node.valueStream().flatMap(child -> below(child).stream()).toList();
  }

  static boolean any(String text) {
    return EXPRESSION.matcher(text).find();
  }

  private static Stream<Reference> references(String expression) {
    String code = STRING.matcher(expression).replaceAll("''");
    return REFERENCE.matcher(code).results().map(Expressions::reference);
  }

  private static Reference reference(MatchResult match) {
    return new Reference(match.group(1), List.of(match.group(2).substring(1).split("\\.")));
  }
}

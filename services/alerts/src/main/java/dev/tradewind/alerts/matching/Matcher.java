package dev.tradewind.alerts.matching;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one label, as Alertmanager writes it: {@code region="CN-YN"}, {@code
 * severity!=warning}, {@code region=~"CN-(YN|GD)"}, {@code partner!~"U.*"}. A label that is absent
 * counts as empty. Expressions are RE2, matched as a whole, so no expression takes long.
 */
public final class Matcher {
  /** How long a matcher may be. */
  public static final int LONGEST = 300;

  private static final java.util.regex.Pattern FORM =
      java.util.regex.Pattern.compile(
          "\\s*([a-zA-Z][a-zA-Z0-9_.-]{0,62})\\s*(=~|!~|!=|=)\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|((?:[^\",=~\\s][^\",\\s]*)?))\\s*");

  /** How a label is compared. */
  private enum Operator {
    EQUAL("="),
    UNEQUAL("!="),
    LIKE("=~"),
    UNLIKE("!~");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    static Operator of(String sign) {
      for (Operator operator : values()) {
        if (operator.sign.equals(sign)) {
          return operator;
        }
      }
      throw new IllegalArgumentException("no operator " + sign);
    }
  }

  private final String label;
  private final Operator operator;
  private final String value;
  private final com.google.re2j.@Nullable Pattern pattern;

  private Matcher(String label, Operator operator, String value) {
    this.label = label;
    this.operator = operator;
    this.value = value;
    this.pattern =
        operator == Operator.LIKE || operator == Operator.UNLIKE
            ? com.google.re2j.Pattern.compile(value)
            : null;
  }

  /**
   * Reads a matcher.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Matcher parse(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("a matcher has at most " + LONGEST + " characters");
    }
    java.util.regex.Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "write a matcher like region=\"CN-YN\", with =, !=, =~ or !~");
    }
    MatchResult parts = form.toMatchResult();
    String quoted = parts.group(3);
    String value = quoted == null ? parts.group(4) : quoted.replaceAll("\\\\(.)", "$1");
    try {
      return new Matcher(parts.group(1), Operator.of(parts.group(2)), value);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("not an RE2 expression: " + e.getDescription(), e);
    }
  }

  /** Whether the label of those is as it says. */
  public boolean matches(Map<String, String> labels) {
    String found = labels.getOrDefault(label, "");
    return switch (operator) {
      case EQUAL -> found.equals(value);
      case UNEQUAL -> !found.equals(value);
      case LIKE -> like(found);
      case UNLIKE -> !like(found);
    };
  }

  private boolean like(String found) {
    return pattern != null && pattern.matches(found);
  }

  /** The label that it is about. */
  public String label() {
    return label;
  }

  /** As it is written. */
  @JsonValue
  @Override
  public String toString() {
    return label + operator.sign + "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Matcher matcher && matcher.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}

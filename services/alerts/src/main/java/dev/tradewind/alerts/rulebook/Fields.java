package dev.tradewind.alerts.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.platform.problem.Problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an object that a person wrote, and notes everything that is wrong. */
final class Fields {
  private static final int MOST_DIGITS = 30;
  private static final int MOST_DECIMALS = 12;

  private final JsonNode object;
  private final String prefix;
  private final Set<String> read = new HashSet<>();
  private final List<Violation> violations = new ArrayList<>();

  /**
   * Of that object.
   *
   * @param prefix of the names in violations
   */
  Fields(JsonNode object, String prefix) {
    this.object = object;
    this.prefix = prefix;
  }

  List<Violation> violations() {
    return violations;
  }

  void wrong(String field, String detail) {
    violations.add(new Violation(prefix + field, detail));
  }

  /** Names first what nobody has read: most often a name that is misspelt. */
  void nothingElseThan(Set<String> ignored) {
    List<Violation> unknown = new ArrayList<>();
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!read.contains(name) && !ignored.contains(name)) {
                unknown.add(new Violation(prefix + name, "there is no such field."));
              }
            });
    violations.addAll(0, unknown);
  }

  boolean has(String field) {
    return given(field) != null;
  }

  /** A text of that form; the default where it is absent; a wrong one counts as absent. */
  String text(String field, Pattern form, String allowed, @Nullable String otherwise) {
    JsonNode node = given(field);
    if (node == null) {
      if (otherwise == null) {
        wrong(field, "it is required: " + allowed);
        return "";
      }
      return otherwise;
    }
    if (!node.isTextual() || !form.matcher(node.textValue()).matches()) {
      wrong(field, allowed);
      return otherwise == null ? "" : otherwise;
    }
    return node.textValue();
  }

  /** One of some names; the default where it is absent; a wrong one counts as absent. */
  <T> T choice(String field, Function<String, T> known, T otherwise) {
    JsonNode node = given(field);
    if (node == null) {
      return otherwise;
    }
    try {
      return known.apply(node.isTextual() ? node.textValue() : "");
    } catch (IllegalArgumentException e) {
      wrong(field, e.getMessage() + ".");
      return otherwise;
    }
  }

  /**
   * One of some names that must be given.
   *
   * @param placeholder where it is not, so that whatever else is wrong is found, too
   */
  <T> T required(String field, Function<String, T> known, T placeholder) {
    if (!has(field)) {
      wrong(field, "it is required.");
    }
    return choice(field, known, placeholder);
  }

  boolean flag(String field, boolean otherwise) {
    JsonNode node = given(field);
    if (node == null) {
      return otherwise;
    }
    if (!node.isBoolean()) {
      wrong(field, "use true or false.");
      return otherwise;
    }
    return node.booleanValue();
  }

  int integer(String field, int least, int most, int otherwise) {
    JsonNode node = given(field);
    if (node == null) {
      return otherwise;
    }
    if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
      wrong(field, "use a whole number from " + least + " to " + most + ".");
      return otherwise;
    }
    return node.intValue();
  }

  /** A decimal, as number or as string; null where it is absent. */
  @Nullable BigDecimal decimal(String field) {
    JsonNode node = given(field);
    if (node == null) {
      return null;
    }
    BigDecimal number = number(node);
    if (number == null) {
      wrong(field, "use a decimal number.");
    }
    return number;
  }

  /** A decimal that is not negative; zero where it is absent. */
  BigDecimal size(String field) {
    BigDecimal number = decimal(field);
    if (number == null) {
      return BigDecimal.ZERO;
    }
    if (number.signum() < 0) {
      wrong(field, "use 0 or more.");
      return BigDecimal.ZERO;
    }
    return number;
  }

  List<String> list(String field, int most, Pattern form, String allowed) {
    JsonNode node = given(field);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray() || node.size() > most) {
      wrong(field, "use a list of at most " + most + ".");
      return List.of();
    }
    List<String> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      JsonNode item = node.get(i);
      if (!item.isTextual() || !form.matcher(item.textValue()).matches()) {
        wrong(field + "[" + i + "]", allowed);
      } else if (items.contains(item.textValue())) {
        wrong(field + "[" + i + "]", "it is there already.");
      } else {
        items.add(item.textValue());
      }
    }
    return items;
  }

  Map<String, String> map(String field, int most, Pattern key, Pattern value, String allowed) {
    JsonNode node = given(field);
    if (node == null) {
      return Map.of();
    }
    if (!node.isObject() || node.size() > most) {
      wrong(field, "use an object of at most " + most + " texts.");
      return Map.of();
    }
    Map<String, String> map = new TreeMap<>();
    node.properties()
        .forEach(
            entry -> {
              JsonNode text = entry.getValue();
              if (!key.matcher(entry.getKey()).matches()
                  || !text.isTextual()
                  || !value.matcher(text.textValue()).matches()) {
                wrong(field + "." + entry.getKey(), allowed);
              } else {
                map.put(entry.getKey(), text.textValue());
              }
            });
    return map;
  }

  /** Null where it is absent or null. */
  private @Nullable JsonNode given(String field) {
    read.add(field);
    JsonNode node = object.get(field);
    return node == null || node.isNull() ? null : node;
  }

  private static @Nullable BigDecimal number(JsonNode node) {
    if (!node.isNumber() && !node.isTextual()) {
      return null;
    }
    try {
      BigDecimal number = node.isTextual() ? new BigDecimal(node.textValue()) : node.decimalValue();
      // Before anything is computed: an exponent may be absurd.
      if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
        return null;
      }
      BigDecimal plain = number.stripTrailingZeros();
      if (plain.scale() > MOST_DECIMALS) {
        return null;
      }
      return plain.scale() < 0 ? plain.setScale(0) : plain;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}

package dev.tradewind.alerts.matching;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;

/**
 * Conditions that must all hold; none is always true.
 *
 * @param all of them
 */
public record Matchers(List<Matcher> all) {
  /** No condition. */
  public static final Matchers NONE = new Matchers(List.of());

  /** Copies. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Matchers {
    all = List.copyOf(all);
  }

  /**
   * Reads matchers.
   *
   * @throws IllegalArgumentException saying what is wrong with which
   */
  public static Matchers of(List<String> texts) {
    return new Matchers(texts.stream().map(Matcher::parse).toList());
  }

  @JsonValue
  @Override
  public List<Matcher> all() {
    return all;
  }

  /** Whether all hold. */
  public boolean match(Map<String, String> labels) {
    return all.stream().allMatch(matcher -> matcher.matches(labels));
  }

  /** Whether they hold for something without any labels, and so for too much. */
  public boolean matchEverything() {
    return match(Map.of());
  }
}

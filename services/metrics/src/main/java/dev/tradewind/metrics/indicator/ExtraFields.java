package dev.tradewind.metrics.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of one row that were asked for besides the usual ones. */
final class ExtraFields {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private final List<String> reasons = new ArrayList<>();

  /** A figure; null is undefined. */
  void put(String field, @Nullable Object value) {
    values.put(field, value);
  }

  /** Why a figure is null. */
  void because(String reason) {
    reasons.add(reason);
  }

  /** A figure, or why there is none. */
  void put(String field, @Nullable Object value, String otherwise) {
    put(field, value);
    if (value == null) {
      because(otherwise);
    }
  }

  /** All, the reasons last. */
  Map<String, @Nullable Object> all() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    all.put(Extra.REASONS, List.copyOf(reasons));
    return all;
  }
}

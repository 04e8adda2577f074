package dev.tradewind.metrics.export;

import java.util.Arrays;
import java.util.List;

/** What exports can be grouped by; their order is that of the primary key of the facts. */
enum Dimension {
  PERIOD,
  REGION,
  PRODUCT,
  PARTNER;

  static final List<String> NAMES = Arrays.stream(values()).map(Dimension::column).toList();

  /** The column of {@code fact}, and the name in the API. */
  String column() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}

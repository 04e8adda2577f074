package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.indicator.Series;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one message is about.
 *
 * @param series partner, sector, window and currency
 * @param period which was the newest when the message began
 * @param labels what all its incidents have in common besides, by label: those that routing groups
 *     by; empty unless configured
 */
public record Group(Series series, YearMonth period, SortedMap<String, String> labels) {
  /** Copies. */
  public Group {
    // Groups stored before there were labels have none.
    labels =
        Collections.unmodifiableSortedMap(labels == null ? new TreeMap<>() : new TreeMap<>(labels));
  }

  /** All incidents of a series and period. */
  public Group(Series series, YearMonth period) {
    this(series, period, Collections.emptySortedMap());
  }

  /**
   * The group's part of a message's identity, such as {@code 2025-08|USA|all|ytd|USD}, and {@code
   * |label=value} for each label.
   */
  public String key() {
    StringBuilder key =
        new StringBuilder(
            String.join(
                "|",
                period.toString(),
                series.partner(),
                series.sector(),
                series.window().id(),
                series.currency()));
    labels.forEach((label, value) -> key.append('|').append(label).append('=').append(value));
    return key.toString();
  }

  /**
   * Matchers that name what the group is about, as a silence takes them, such as {@code
   * partner="USA",sector="all"}: for a link that opens a silence that is filled in.
   */
  public String matchers() {
    SortedMap<String, String> named = new TreeMap<>(labels);
    named.put("partner", series.partner());
    named.put("sector", series.sector());
    named.put("window", series.window().id());
    return named.entrySet().stream()
        .map(label -> label.getKey() + "=\"" + label.getValue().replace("\"", "\\\"") + "\"")
        .collect(Collectors.joining(","));
  }
}

package dev.tradewind.benchmarks.metrics;

import java.util.Arrays;
import java.util.Locale;

/** Durations of equal requests, in nanoseconds. */
final class Latencies {
  private final long[] sorted;

  private Latencies(long[] sorted) {
    this.sorted = sorted;
  }

  static Latencies of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(sorted);
  }

  /** A quantile in milliseconds. */
  double millis(double quantile) {
    int place = (int) Math.ceil(quantile * sorted.length) - 1;
    return sorted[Math.max(0, place)] / 1e6;
  }

  String line(String name) {
    return String.format(
        Locale.ROOT,
        "%-44s n=%4d  p50=%8.1f ms  p99=%8.1f ms  max=%8.1f ms",
        name,
        sorted.length,
        millis(0.5),
        millis(0.99),
        millis(1));
  }
}

package dev.tradewind.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks and tells each one's speed as a ratio to the method {@code bare} of its class,
 * which does the least that the work needs. Numbers of one machine compare with those of no other;
 * ratios nearly do.
 */
public final class Benchmarks {
  private static final String PACKAGE = "dev.tradewind.benchmarks.";
  private static final String BASELINE = "bare";

  private Benchmarks() {}

  /**
   * Runs what the argument names.
   *
   * @param arguments a regular expression over {@code package.Class.method}; all without it
   */
  public static void main(String[] arguments) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    for (String argument : arguments) {
      options.include(argument);
    }
    report(new Runner(options.shouldFailOnError(true).build()).run());
  }

  private static void report(Collection<RunResult> results) {
    Map<String, Double> scores = new TreeMap<>();
    for (RunResult result : results) {
      scores.put(result.getParams().getBenchmark(), result.getPrimaryResult().getScore());
    }
    scores.forEach(
        (name, score) -> {
          String group = name.substring(0, name.lastIndexOf('.') + 1);
          Double bare = scores.get(group + BASELINE);
          if (bare != null && !name.equals(group + BASELINE)) {
            System.out.printf(
                Locale.ROOT,
                "%s: %.2f x %s%n",
                name.substring(PACKAGE.length()),
                score / bare,
                BASELINE);
          }
        });
  }
}

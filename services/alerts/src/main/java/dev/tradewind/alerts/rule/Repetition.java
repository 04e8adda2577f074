package dev.tradewind.alerts.rule;

/**
 * How often a threshold must have been reached: {@code times} of the last {@code of} periods, the
 * judged one included.
 *
 * @param times at least 1
 * @param of at least {@code times}
 */
public record Repetition(int times, int of) {
  /** The judged period alone. */
  public static final Repetition ONCE = new Repetition(1, 1);
}

package dev.tradewind.alerts.indicator;

import dev.tradewind.contracts.message.IndicatorEvent;
import java.util.Comparator;

/**
 * The place of a change in the order in which metrics applied changes.
 *
 * @param epoch raised when the metrics database is restored or rebuilt
 * @param applySeq the order within an epoch
 */
public record Stamp(long epoch, long applySeq) implements Comparable<Stamp> {
  private static final Comparator<Stamp> ORDER =
      Comparator.comparingLong(Stamp::epoch).thenComparingLong(Stamp::applySeq);

  /** The stamp that an event carries. */
  public static Stamp of(IndicatorEvent event) {
    return new Stamp(event.epoch(), event.applySeq());
  }

  @Override
  public int compareTo(Stamp other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return epoch + "." + applySeq;
  }
}

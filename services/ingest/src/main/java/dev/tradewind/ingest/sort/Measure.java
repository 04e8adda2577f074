package dev.tradewind.ingest.sort;

/**
 * A quantity with its unit as one number: the unit's number in the lowest eight bits, above them
 * the quantity. Zero is none at all.
 */
public final class Measure {
  /** No quantity: there is none, or units differ, or a part of it is not known. */
  public static final long NONE = 0;

  private static final int UNIT_BITS = 8;
  private static final int MAX_UNIT = (1 << UNIT_BITS) - 1;
  private static final long MAX_QUANTITY = Long.MAX_VALUE >>> UNIT_BITS;

  private Measure() {}

  /**
   * A quantity of a unit; {@link #NONE} where it cannot be held.
   *
   * @param unit see {@link Units#number}; 0 if there is none
   */
  public static long of(long quantity, int unit) {
    return unit <= 0 || unit > MAX_UNIT || quantity < 0 || quantity > MAX_QUANTITY
        ? NONE
        : (quantity << UNIT_BITS) | unit;
  }

  /** The quantity of both; none if one has none or they differ in their units. */
  static long sum(long a, long b) {
    return a == NONE || b == NONE || unit(a) != unit(b)
        ? NONE
        : of(quantity(a) + quantity(b), unit(a));
  }

  static long quantity(long measure) {
    return measure >>> UNIT_BITS;
  }

  static int unit(long measure) {
    return (int) measure & MAX_UNIT;
  }
}

package dev.tradewind.metrics.shift;

import java.util.Locale;

/** What shifts are ranked by. Ties go by region, product and partner, so that pages fit. */
enum ShiftOrder {
  /**
   * How many times as much, or as little; flows that began or ceased have no fold and come after,
   * the largest first.
   */
  FOLD(
      "CASE WHEN value > 0 AND base > 0"
          + " THEN greatest(value, base)::numeric / least(value, base) END DESC NULLS LAST,"
          + " greatest(value, base) DESC"),
  /** The larger of both values. */
  VALUE("greatest(value, base) DESC"),
  /** The size of the change. */
  CHANGE("abs(value - base) DESC");

  private final String sql;

  ShiftOrder(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql + ", region, product, partner";
  }

  static ShiftOrder of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}

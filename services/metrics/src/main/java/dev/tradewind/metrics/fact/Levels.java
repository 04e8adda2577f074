package dev.tradewind.metrics.fact;

/**
 * Codes of several levels are never added: HS4 is not summed beside its own HS8. Conditions on an
 * alias {@code f} of facts; only needed where codes of several levels are covered at all.
 *
 * @param cell whether a fact counts in the sum of its partner: no shorter code is covered for the
 *     same cell
 * @param world whether a fact counts in the sum of all partners, which must be of one level: where
 *     any code of a family is covered for all partners, the shortest of those counts and no other
 */
public record Levels(String cell, String world) {
  /** Where levels do not mix, everything counts. */
  public static final Levels UNMIXED = new Levels("TRUE", "TRUE");

  private static final String SHORTER =
      "c.product IN (left(f.product, 2), left(f.product, 4), left(f.product, 6))"
          + " AND length(c.product) < length(f.product)";
  private static final String LONGER =
      "c.product > f.product AND c.product < f.product || ':'"
          + " AND length(f.product) < length(c.product)";

  private static final String COVERED =
      """
      EXISTS (
        SELECT FROM claim c
        JOIN box b ON b.id = c.box_id
        JOIN submission s ON s.no = b.submission_no
        WHERE c.currency = f.currency AND c.period = f.period AND %s
          AND (b.all_regions OR f.region = ANY (b.regions)) AND %s AND %s)
      """;

  /**
   * Where levels mix.
   *
   * @param live which submissions count, a condition on {@code submission s}
   */
  public static Levels mixed(String live) {
    return mixed(live, 2);
  }

  /**
   * The same for sums by a level of the Harmonized System: codes shorter than that level do not
   * count at all.
   *
   * @param digits of the level
   */
  public static Levels mixed(String live, int digits) {
    String shorterCodes = SHORTER + " AND length(c.product) >= " + digits;
    String partner = "(b.all_partners OR f.partner = ANY (b.partners))";
    String shorter = COVERED.formatted(shorterCodes, partner, live);
    String worldShorter = COVERED.formatted(shorterCodes, "b.all_partners", live);
    String worldLonger = COVERED.formatted(LONGER, "b.all_partners", live);
    String worldSame = COVERED.formatted("c.product = f.product", "b.all_partners", live);
    String cell = "NOT " + shorter;
    return new Levels(
        cell,
        "(NOT %s AND (%s OR (NOT %s AND %s)))"
            .formatted(worldShorter, worldSame, worldLonger, cell));
  }
}

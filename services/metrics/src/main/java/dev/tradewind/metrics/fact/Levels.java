package dev.tradewind.metrics.fact;

/** Codes of several levels are never added: HS4 is not summed beside its own HS8. */
public final class Levels {
  /**
   * A condition on {@code fact f}: no shorter code is covered for the same cell. Only needed where
   * codes of several levels are covered at all.
   */
  public static final String COARSEST_ONLY =
      """
      AND NOT EXISTS (
        SELECT FROM claim c JOIN box b ON b.id = c.box_id
        WHERE c.currency = f.currency AND c.period = f.period
          AND c.product IN (left(f.product, 2), left(f.product, 4), left(f.product, 6))
          AND length(c.product) < length(f.product)
          AND (b.all_regions OR f.region = ANY (b.regions))
          AND (b.all_partners OR f.partner = ANY (b.partners)))
      """;

  private Levels() {}
}

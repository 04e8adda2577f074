package dev.tradewind.standalone.model;

import java.util.List;

/**
 * A province's exports of one product to one partner, US$.
 *
 * @param base January–July 2024
 * @param current January–July 2025
 */
record Cell(Product product, Market market, double base, double current) {

  /**
   * A cell before all is made to fit.
   *
   * @param base a weight, or US$ if {@code given}
   * @param growth 2025 / 2024
   * @param given whether the article pins the cell: neither base nor growth moves
   * @param fixed whether the growth does not move
   */
  record Draft(
      Product product, Market market, double base, double growth, boolean given, boolean fixed) {}

  /** Scales what may move, so that the cells add up to both windows' totals. */
  static List<Cell> fit(List<Draft> drafts, double base, double current) {
    double given = drafts.stream().filter(Draft::given).mapToDouble(Draft::base).sum();
    double free = drafts.stream().filter(d -> !d.given).mapToDouble(Draft::base).sum();
    double scale = (base - given) / free;
    List<Draft> scaled =
        drafts.stream()
            .map(
                d ->
                    d.given
                        ? d
                        : new Draft(d.product, d.market, d.base * scale, d.growth, false, d.fixed))
            .toList();
    double fixed = scaled.stream().filter(d -> d.fixed).mapToDouble(d -> d.base * d.growth).sum();
    double moving = scaled.stream().filter(d -> !d.fixed).mapToDouble(d -> d.base * d.growth).sum();
    double adjust = (current - fixed) / moving;
    if (scale <= 0 || adjust <= 0) {
      throw new IllegalStateException("the given cells exceed the province's total");
    }
    return scaled.stream()
        .map(d -> new Cell(d.product, d.market, d.base, d.base * d.growth * (d.fixed ? 1 : adjust)))
        .toList();
  }
}

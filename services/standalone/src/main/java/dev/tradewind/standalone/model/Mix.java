package dev.tradewind.standalone.model;

import java.util.ArrayList;
import java.util.List;

/** What a province exports, and where to: national weights, bent by affinity and chance. */
final class Mix {
  /** Products below this share of a province's exports are left out. */
  private static final double LEAST_PRODUCT_TO_US = 0.006;

  /** The same elsewhere, where every product has many destinations. */
  private static final double LEAST_PRODUCT_ELSEWHERE = 0.014;

  /** Destinations below this share of a product's exports from a province are left out. */
  private static final double LEAST_MARKET = 0.05;

  private final List<Product> products = Product.all();
  private final List<Market> markets = Market.rest();
  private final List<Published> published;
  private final String region;

  Mix(String region) {
    this.region = region;
    this.published =
        Published.all().stream().filter(figure -> figure.region().equals(region)).toList();
  }

  List<Cell.Draft> toUs() {
    double[] weights = productWeights(true);
    List<Cell.Draft> drafts = new ArrayList<>();
    for (int k = 0; k < weights.length; k++) {
      Product product = products.get(k);
      double growth = product.usGrowth() * noise(0.04, k, 1);
      drafts.add(draft(product, Market.US, weights[k], growth, false));
    }
    return settle(drafts);
  }

  List<Cell.Draft> elsewhere() {
    double[] weights = productWeights(false);
    List<Cell.Draft> drafts = new ArrayList<>();
    for (int k = 0; k < weights.length; k++) {
      Product product = products.get(k);
      double[] shares = marketShares(k, product);
      for (int q = 0; q < shares.length; q++) {
        Market market = markets.get(q);
        double growth =
            product.restFixed()
                ? product.restGrowth() * noise(0.015, k, q)
                : product.restGrowth() * market.growth() * noise(0.03, k, q);
        drafts.add(draft(product, market, weights[k] * shares[q], growth, product.restFixed()));
      }
    }
    return settle(drafts);
  }

  private static Cell.Draft draft(
      Product product, Market market, double weight, double growth, boolean fixed) {
    return new Cell.Draft(product, market, weight, growth, false, fixed);
  }

  private double[] productWeights(boolean us) {
    double[] weights = new double[products.size()];
    for (int k = 0; k < weights.length; k++) {
      Product product = products.get(k);
      double national = us ? product.us() : product.rest();
      weights[k] = national * product.affinity(region) * noise(0.25, k, us ? 11 : 12);
    }
    double least = us ? LEAST_PRODUCT_TO_US : LEAST_PRODUCT_ELSEWHERE;
    return keep(weights, least, products, product -> named(product, us));
  }

  private double[] marketShares(int k, Product product) {
    double[] shares = new double[markets.size()];
    for (int q = 0; q < shares.length; q++) {
      shares[q] = markets.get(q).weight() * noise(0.4, k, q, 13);
    }
    return keep(
        shares,
        LEAST_MARKET,
        markets,
        market -> published.stream().anyMatch(figure -> figure.speaksOf(product, market)));
  }

  private boolean named(Product product, boolean us) {
    return published.stream()
        .anyMatch(
            figure ->
                figure.sector().equals(product.sector())
                    && figure.partner().equals(Market.US.code()) == us);
  }

  private static <T> double[] keep(
      double[] weights, double least, List<T> things, java.util.function.Predicate<T> always) {
    double sum = Fitting.sum(weights);
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] < least * sum && !always.test(things.get(i))) {
        weights[i] = 0;
      }
    }
    return Fitting.scale(weights, 1);
  }

  /** Drops empty cells, and gives the published ones their base and growth. */
  private List<Cell.Draft> settle(List<Cell.Draft> drafts) {
    List<Cell.Draft> kept = new ArrayList<>(drafts);
    kept.removeIf(draft -> draft.base() == 0);
    for (Published figure : published) {
      double sum =
          kept.stream()
              .filter(draft -> figure.speaksOf(draft.product(), draft.market()))
              .mapToDouble(Cell.Draft::base)
              .sum();
      kept.replaceAll(
          draft ->
              figure.speaksOf(draft.product(), draft.market())
                  ? given(draft, figure, draft.base() / sum)
                  : draft);
    }
    return kept;
  }

  private static Cell.Draft given(Cell.Draft draft, Published figure, double share) {
    return new Cell.Draft(
        draft.product(), draft.market(), figure.base() * share, figure.ratio(), true, true);
  }

  private double noise(double deviation, long first, long second) {
    return Noise.factor(deviation, region.hashCode(), first, second);
  }

  private double noise(double deviation, long first, long second, long third) {
    return Noise.factor(deviation, region.hashCode(), first, second, third);
  }
}

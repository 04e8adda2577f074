package dev.tradewind.metrics.dependence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.jspecify.annotations.Nullable;

/**
 * What exposure and change have to do with each other, over the regions.
 *
 * @param pearson linear correlation
 * @param pearsonP two-sided probability of one as strong where there is none
 * @param spearman rank correlation
 * @param unweighted every region counts the same
 * @param weighted by base value
 * @param influences one per region, in their order
 */
public record Association(
    double pearson,
    double pearsonP,
    double spearman,
    Line unweighted,
    Optional<Line> weighted,
    List<Influence> influences) {

  /** With fewer regions nothing is said. */
  public static final int LEAST_POINTS = 4;

  private static final double OUTLIER = 2;

  /** Empty where there are too few points, or where they do not vary. */
  public static Optional<Association> of(List<Point> points) {
    Optional<Line> line = Regression.unweighted(points);
    Double pearson = pearson(points);
    if (points.size() < LEAST_POINTS || line.isEmpty() || pearson == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Association(
            pearson,
            probability(pearson, points.size()),
            new SpearmansCorrelation().correlation(exposures(points), changes(points)),
            line.get(),
            Regression.weighted(points),
            influences(points, line.get())));
  }

  private static List<Influence> influences(List<Point> points, Line line) {
    double[] leverages = Regression.leverages(points);
    List<Influence> influences = new ArrayList<>();
    for (int i = 0; i < leverages.length; i++) {
      Point point = points.get(i);
      List<Point> others = new ArrayList<>(points);
      others.remove(i);
      double fitted = line.at(point.exposure());
      double residual = point.change() - fitted;
      Double studentized = studentized(residual, leverages[i], others);
      influences.add(
          new Influence(
              point,
              fitted,
              residual,
              studentized,
              leverages[i],
              Regression.unweighted(others).map(Line::slope).orElse(null),
              pearson(others),
              studentized != null && Math.abs(studentized) > OUTLIER));
    }
    return List.copyOf(influences);
  }

  /** Belsley, Kuh and Welsch, Regression Diagnostics (1980), RSTUDENT. */
  private static @Nullable Double studentized(
      double residual, double leverage, List<Point> others) {
    if (Regression.unweighted(others).isEmpty()) {
      return null;
    }
    double studentized = residual / Math.sqrt(Regression.errorVariance(others) * (1 - leverage));
    return Double.isFinite(studentized) ? studentized : null;
  }

  private static @Nullable Double pearson(List<Point> points) {
    if (points.size() < 2) {
      return null;
    }
    double correlation = new PearsonsCorrelation().correlation(exposures(points), changes(points));
    return Double.isFinite(correlation) ? correlation : null;
  }

  private static double probability(double pearson, int n) {
    double freedom = n - 2.0;
    double left = 1 - pearson * pearson;
    if (left <= 0) {
      return 0;
    }
    double t = Math.abs(pearson) * Math.sqrt(freedom / left);
    return 2 * new TDistribution(null, freedom).cumulativeProbability(-t);
  }

  private static double[] exposures(List<Point> points) {
    return points.stream().mapToDouble(Point::exposure).toArray();
  }

  private static double[] changes(List<Point> points) {
    return points.stream().mapToDouble(Point::change).toArray();
  }
}

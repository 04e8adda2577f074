package dev.tradewind.metrics.dependence;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * Least squares by Apache Commons Math. Weights enter as usual: both sides are multiplied by the
 * root of the weight.
 */
final class Regression {
  /** Of the intervals. */
  static final double CONFIDENCE = 0.95;

  private static final int COEFFICIENTS = 2;

  private Regression() {}

  /** Every point counts the same; empty if there is no line. */
  static Optional<Line> unweighted(List<Point> points) {
    return fit(points, false);
  }

  /** Every point counts by its weight. */
  static Optional<Line> weighted(List<Point> points) {
    return fit(points, true);
  }

  /** The leverages: the diagonal of the hat matrix of the unweighted line. */
  static double[] leverages(List<Point> points) {
    double[][] hat = prepared(points, false).calculateHat().getData();
    double[] diagonal = new double[hat.length];
    for (int i = 0; i < hat.length; i++) {
      diagonal[i] = hat[i][i];
    }
    return diagonal;
  }

  /** The variance of the residuals of the unweighted line. */
  static double errorVariance(List<Point> points) {
    return prepared(points, false).estimateErrorVariance();
  }

  private static Optional<Line> fit(List<Point> points, boolean weighted) {
    int freedom = points.size() - COEFFICIENTS;
    if (freedom < 1 || points.stream().mapToDouble(Point::exposure).distinct().count() < 2) {
      return Optional.empty();
    }
    try {
      OLSMultipleLinearRegression regression = prepared(points, weighted);
      double[] coefficients = regression.estimateRegressionParameters();
      double error = regression.estimateRegressionParametersStandardErrors()[1];
      double half =
          error
              * new TDistribution(null, freedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
      double slope = coefficients[1];
      return Optional.of(new Line(slope, coefficients[0], error, slope - half, slope + half));
    } catch (MathIllegalArgumentException noLine) {
      return Optional.empty();
    }
  }

  private static OLSMultipleLinearRegression prepared(List<Point> points, boolean weighted) {
    double[] y = new double[points.size()];
    double[][] x = new double[points.size()][];
    for (int i = 0; i < y.length; i++) {
      Point point = points.get(i);
      double root = weighted ? Math.sqrt(point.weight()) : 1;
      y[i] = root * point.change();
      x[i] = new double[] {root, root * point.exposure()};
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.setNoIntercept(true);
    regression.newSampleData(y, x);
    return regression;
  }
}

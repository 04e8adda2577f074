package dev.tradewind.metrics.dependence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wiring of the statistics, against data sets whose results are published. */
class PublishedDataSetsTest {
  private static final double[] X = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
  private static final double[] FIRST = {
    8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68
  };
  private static final double[] SECOND = {
    9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74
  };
  private static final double[] THIRD = {
    7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73
  };

  /** Anscombe, Graphs in Statistical Analysis (1973): all give y = 3.00 + 0.500 x, r = 0.816. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void anscombesSetsHaveTheSameLineAndCorrelation(int set) {
    // Given one of the sets
    double[] y = List.of(FIRST, SECOND, THIRD).get(set);
    // When it is judged
    Association found = Association.of(points(X, y)).orElseThrow();
    // Then the published figures come out: slope, its standard error, correlation
    assertThat(found.unweighted().slope()).isCloseTo(0.500, within(0.001));
    assertThat(found.unweighted().intercept()).isCloseTo(3.00, within(0.01));
    assertThat(found.unweighted().error()).isCloseTo(0.118, within(0.0005));
    assertThat(found.pearson()).isCloseTo(0.816, within(0.001));
    assertThat(found.pearsonP()).isCloseTo(0.00217, within(0.00005));
    // t(0.975; 9) = 2.262
    assertThat(found.unweighted().high() - found.unweighted().slope())
        .isCloseTo(2.262157 * found.unweighted().error(), within(1e-6));
  }

  @Test
  void anscombesThirdSetIsALineButForOnePoint() {
    // Given the set of which Anscombe says that without one point y = 4 + 0.346 x
    Association found = Association.of(points(X, THIRD)).orElseThrow();
    // Then that point is the outlier, and without it the line is that
    List<Influence> outliers = found.influences().stream().filter(Influence::outlier).toList();
    assertThat(outliers).hasSize(1);
    assertThat(outliers.get(0).point().exposure()).isEqualTo(13);
    assertThat(outliers.get(0).slopeWithout()).isCloseTo(0.346, within(0.001));
    assertThat(outliers.get(0).pearsonWithout()).isCloseTo(1, within(0.0001));
  }

  @Test
  void longleysEmploymentOnGrossNationalProduct() {
    // Given total derived employment and GNP, from Longley (1967)
    double[] gnp = {
      234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769,
      444546, 482704, 502601, 518173, 554894
    };
    double[] employment = {
      60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655,
      69564, 69331, 70551
    };
    // When the line is fitted
    Association found = Association.of(points(gnp, employment)).orElseThrow();
    // Then it is that of the textbooks: 51843.59 + 0.03475 GNP, R² = 0.9674
    assertThat(found.unweighted().slope()).isCloseTo(0.03475, within(0.00001));
    assertThat(found.unweighted().intercept()).isCloseTo(51843.59, within(0.01));
    assertThat(found.pearson() * found.pearson()).isCloseTo(0.9674, within(0.0001));
  }

  @Test
  void aWeightOfTwoIsAPointThatIsThereTwice() {
    // Given a point with double weight, and the same point twice
    List<Point> weighted = new ArrayList<>(points(X, FIRST));
    weighted.set(2, new Point("p2", X[2], FIRST[2], 2));
    List<Point> twice = new ArrayList<>(points(X, FIRST));
    twice.add(twice.get(2));
    // Then both lines are one
    Line line = Regression.weighted(weighted).orElseThrow();
    Line expected = Regression.unweighted(twice).orElseThrow();
    assertThat(line.slope()).isCloseTo(expected.slope(), within(1e-9));
    assertThat(line.intercept()).isCloseTo(expected.intercept(), within(1e-9));
  }

  @Test
  void spearmanAsksForTheOrderOnly() {
    double[] y = {1, 2, 3, 4, 1_000};
    Association found = Association.of(points(new double[] {1, 2, 3, 4, 5}, y)).orElseThrow();
    assertThat(found.spearman()).isCloseTo(1, within(1e-12));
    assertThat(found.pearson()).isLessThan(0.8);
  }

  @Test
  void tooFewPointsOrOneExposureSayNothing() {
    assertThat(Association.of(points(new double[] {1, 2, 3}, new double[] {1, 2, 3}))).isEmpty();
    assertThat(Association.of(points(new double[] {2, 2, 2, 2, 2}, new double[] {1, 2, 3, 4, 5})))
        .isEmpty();
    assertThat(Association.of(points(new double[] {1, 2, 3, 4, 5}, new double[] {2, 2, 2, 2, 2})))
        .isEmpty();
  }

  private static List<Point> points(double[] x, double[] y) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      points.add(new Point("p" + i, x[i], y[i], 1));
    }
    return points;
  }
}

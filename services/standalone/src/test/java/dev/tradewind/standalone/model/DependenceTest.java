package dev.tradewind.standalone.model;

import static dev.tradewind.standalone.model.CustomsRows.months;
import static dev.tradewind.standalone.model.CustomsRows.region;
import static dev.tradewind.standalone.model.CustomsRows.toUs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.standalone.model.CustomsRows.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More reliant on the US in 2024, larger fall in 2025; and Zhejiang does not fit. */
class DependenceTest {
  private record Point(String region, double exposure, double fall, double base) {}

  @TempDir static Path directory;
  private static List<Point> fallen;

  @BeforeAll
  static void provincesThatFellFromAtLeastABillion() throws IOException {
    CustomsRows files = new CustomsRows(ModelledData.writeTo(directory));
    fallen =
        files.rows.stream()
            .map(Row::region)
            .distinct()
            .map(region -> point(files, region))
            .filter(point -> point.base >= 1 && point.fall > 0)
            .toList();
  }

  @Test
  void theMoreReliantFellMore() {
    assertThat(fallen.size()).isGreaterThan(10);
    assertThat(slope()).isPositive();
    assertThat(correlation()).isGreaterThan(0.4);
  }

  @Test
  void zhejiangIsTheFarthestFromTheLine() {
    Point outlier =
        fallen.stream()
            .max(Comparator.comparingDouble(point -> Math.abs(residual(point))))
            .orElseThrow();
    assertThat(outlier.region).isEqualTo("33");
    assertThat(residual(outlier)).isNegative();
  }

  private static Point point(CustomsRows files, String code) {
    double base = files.sum(months(2024, 7), region(code).and(toUs()));
    double current = files.sum(months(2025, 7), region(code).and(toUs()));
    double exposure =
        files.sum(months(2024, 12), region(code).and(toUs()))
            / files.sum(months(2024, 12), region(code));
    return new Point(code, exposure, (base - current) / base, base);
  }

  private static double correlation() {
    return covariance() / Math.sqrt(exposureVariance() * fallVariance());
  }

  private static double slope() {
    return covariance() / exposureVariance();
  }

  private static double residual(Point point) {
    return point.fall - meanFall() - slope() * (point.exposure - meanExposure());
  }

  private static double covariance() {
    return fallen.stream()
        .mapToDouble(p -> (p.exposure - meanExposure()) * (p.fall - meanFall()))
        .sum();
  }

  private static double exposureVariance() {
    return fallen.stream().mapToDouble(p -> Math.pow(p.exposure - meanExposure(), 2)).sum();
  }

  private static double fallVariance() {
    return fallen.stream().mapToDouble(p -> Math.pow(p.fall - meanFall(), 2)).sum();
  }

  private static double meanExposure() {
    return fallen.stream().mapToDouble(Point::exposure).average().orElseThrow();
  }

  private static double meanFall() {
    return fallen.stream().mapToDouble(Point::fall).average().orElseThrow();
  }
}

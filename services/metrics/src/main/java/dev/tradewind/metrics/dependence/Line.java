package dev.tradewind.metrics.dependence;

/**
 * A line through points, with what is known of its slope.
 *
 * @param slope change per unit of exposure: −1.5 means 1.5 points more of fall for each point of
 *     exposure
 * @param intercept change at no exposure
 * @param error standard error of the slope
 * @param low lower end of the slope's confidence interval
 * @param high upper end
 */
public record Line(double slope, double intercept, double error, double low, double high) {
  /** The change that the line expects. */
  public double at(double exposure) {
    return intercept + slope * exposure;
  }
}

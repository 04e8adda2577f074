package dev.tradewind.metrics.dependence;

/**
 * One region in the plane of exposure and change.
 *
 * @param region ISO 3166-2
 * @param exposure in the base year, a fraction of the region's own exports
 * @param change year on year in the window, a fraction
 * @param weight exports to the partner in the base window, in units of the currency
 */
public record Point(String region, double exposure, double change, double weight) {}

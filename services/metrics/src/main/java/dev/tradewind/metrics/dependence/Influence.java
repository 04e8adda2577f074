package dev.tradewind.metrics.dependence;

import org.jspecify.annotations.Nullable;

/**
 * How one region lies to the line, and what the line is without it.
 *
 * @param fitted the change that the line of all regions expects
 * @param residual change − fitted
 * @param studentized residual / its standard error, both from the other regions only (externally
 *     studentized); null where that is undefined
 * @param leverage how far its exposure is from the others', 0 to 1
 * @param slopeWithout the slope without it; null where there is none
 * @param pearsonWithout the correlation without it
 * @param outlier whether the studentized residual is beyond ±2
 */
public record Influence(
    Point point,
    double fitted,
    double residual,
    @Nullable Double studentized,
    double leverage,
    @Nullable Double slopeWithout,
    @Nullable Double pearsonWithout,
    boolean outlier) {}

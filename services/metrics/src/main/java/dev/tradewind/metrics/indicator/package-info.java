/** Values, shares, ranks, exposures and year-on-year figures, each with an honest status. */
@NullMarked
package dev.tradewind.metrics.indicator;

import org.jspecify.annotations.NullMarked;

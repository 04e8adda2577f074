/** Sums over facts. */
@NullMarked
package dev.tradewind.metrics.fact;

import org.jspecify.annotations.NullMarked;

/** Offsets, concentration, rerouting. */
@NullMarked
package dev.tradewind.metrics.diversification;

import org.jspecify.annotations.NullMarked;

/** Months as the database counts them. */
@NullMarked
package dev.tradewind.metrics.period;

import org.jspecify.annotations.NullMarked;

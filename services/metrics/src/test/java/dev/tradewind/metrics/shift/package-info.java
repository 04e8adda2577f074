/** Shifts and what is comparable. */
@NullMarked
package dev.tradewind.metrics.shift;

import org.jspecify.annotations.NullMarked;

/** Exposure against change. */
@NullMarked
package dev.tradewind.metrics.dependence;

import org.jspecify.annotations.NullMarked;

/** Flows of exports in two windows: what analyses compare. */
@NullMarked
package dev.tradewind.metrics.flow;

import org.jspecify.annotations.NullMarked;

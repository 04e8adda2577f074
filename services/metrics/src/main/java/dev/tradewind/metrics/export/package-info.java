/** Drill-down into facts. */
@NullMarked
package dev.tradewind.metrics.export;

import org.jspecify.annotations.NullMarked;

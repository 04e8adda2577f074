/** Starting and stopping, readiness and gauges. */
@NullMarked
package dev.tradewind.metrics.operation;

import org.jspecify.annotations.NullMarked;

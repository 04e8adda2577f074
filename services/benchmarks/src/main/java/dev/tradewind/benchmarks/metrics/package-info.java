/** Metrics at 20 million facts: latencies of reads, cost of a recompute. */
@NullMarked
package dev.tradewind.benchmarks.metrics;

import org.jspecify.annotations.NullMarked;

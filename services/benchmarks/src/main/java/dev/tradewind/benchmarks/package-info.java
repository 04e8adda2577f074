/** Measures the system against what limits it; not run by the build. */
@NullMarked
package dev.tradewind.benchmarks;

import org.jspecify.annotations.NullMarked;

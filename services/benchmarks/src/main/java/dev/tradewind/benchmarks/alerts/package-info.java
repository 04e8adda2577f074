/** How long it takes until people hear of new figures. */
@NullMarked
package dev.tradewind.benchmarks.alerts;

import org.jspecify.annotations.NullMarked;

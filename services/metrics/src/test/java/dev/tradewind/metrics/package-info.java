/** Metrics on a real broker and a real database. */
@NullMarked
package dev.tradewind.metrics;

import org.jspecify.annotations.NullMarked;

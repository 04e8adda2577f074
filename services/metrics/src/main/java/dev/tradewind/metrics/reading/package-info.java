/** What a question reads: facts, sums and coverage, as they are or as they were. */
@NullMarked
package dev.tradewind.metrics.reading;

import org.jspecify.annotations.NullMarked;

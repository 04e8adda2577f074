/** What is known, what is zero and what is a hole: the boxes of the live submissions. */
@NullMarked
package dev.tradewind.metrics.coverage;

import org.jspecify.annotations.NullMarked;

/** What is known month by month: values, zeros, holes, and what is not yet due. */
@NullMarked
package dev.tradewind.metrics.known;

import org.jspecify.annotations.NullMarked;

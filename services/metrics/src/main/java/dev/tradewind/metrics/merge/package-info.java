/** One lock, one transaction: facts, revisions, sums and what is to be told. */
@NullMarked
package dev.tradewind.metrics.merge;

import org.jspecify.annotations.NullMarked;

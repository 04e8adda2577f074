/** Laws of the merge, against a real database. */
@NullMarked
package dev.tradewind.metrics.merge;

import org.jspecify.annotations.NullMarked;

/** What merges changed in cells that were known before. */
@NullMarked
package dev.tradewind.metrics.revision;

import org.jspecify.annotations.NullMarked;

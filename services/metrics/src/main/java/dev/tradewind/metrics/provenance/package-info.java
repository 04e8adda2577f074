/** Any number, back to the submissions, vintages and file lines behind it. */
@NullMarked
package dev.tradewind.metrics.provenance;

import org.jspecify.annotations.NullMarked;

/** Finds the lines of stored files that a number was made of. */
@NullMarked
package dev.tradewind.ingest.line;

import org.jspecify.annotations.NullMarked;

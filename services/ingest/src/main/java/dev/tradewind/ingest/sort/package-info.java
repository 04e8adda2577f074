/** Summing and sorting any number of cells in bounded memory. */
@NullMarked
package dev.tradewind.ingest.sort;

import org.jspecify.annotations.NullMarked;

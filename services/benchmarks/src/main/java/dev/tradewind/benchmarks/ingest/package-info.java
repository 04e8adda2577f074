/** How fast files are read, checked and sorted, beside the bare library that they are read with. */
@NullMarked
package dev.tradewind.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;

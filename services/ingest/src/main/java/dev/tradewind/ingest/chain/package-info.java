/** Which submission took the place of which. */
@NullMarked
package dev.tradewind.ingest.chain;

import org.jspecify.annotations.NullMarked;

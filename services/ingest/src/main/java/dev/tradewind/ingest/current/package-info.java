/** What the published submissions say now, and how another one would change it. */
@NullMarked
package dev.tradewind.ingest.current;

import org.jspecify.annotations.NullMarked;

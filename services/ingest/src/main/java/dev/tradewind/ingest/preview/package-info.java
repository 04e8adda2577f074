/** What would happen if files were sent, without anything happening. */
@NullMarked
package dev.tradewind.ingest.preview;

import org.jspecify.annotations.NullMarked;

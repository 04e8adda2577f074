/** What a row and a submission must satisfy, and what its files observe. */
@NullMarked
package dev.tradewind.ingest.check;

import org.jspecify.annotations.NullMarked;

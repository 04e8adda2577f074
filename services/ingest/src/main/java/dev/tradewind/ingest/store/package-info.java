/** Bytes and rows in PostgreSQL. */
@NullMarked
package dev.tradewind.ingest.store;

import org.jspecify.annotations.NullMarked;

/** Checked cells as the blocks that Kafka gets, kept in the database. */
@NullMarked
package dev.tradewind.ingest.block;

import org.jspecify.annotations.NullMarked;

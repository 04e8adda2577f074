/** Ingest as its clients and Kafka see it, on a real broker and a real database. */
@NullMarked
package dev.tradewind.ingest.system;

import org.jspecify.annotations.NullMarked;

/**
 * From blocks and events in Kafka to facts in PostgreSQL, and to indicators over REST and Kafka.
 */
@NullMarked
package dev.tradewind.metrics;

import org.jspecify.annotations.NullMarked;

/** What was merged is told to Kafka, in order and as often as needed. */
@NullMarked
package dev.tradewind.metrics.outbox;

import org.jspecify.annotations.NullMarked;

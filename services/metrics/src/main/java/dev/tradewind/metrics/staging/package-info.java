/** From Kafka's records to staged rows, in one transaction with the position. */
@NullMarked
package dev.tradewind.metrics.staging;

import org.jspecify.annotations.NullMarked;

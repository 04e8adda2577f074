/** The messages on the three Kafka topics and their pinned JSON form. */
@NullMarked
package dev.tradewind.contracts.message;

import org.jspecify.annotations.NullMarked;

/** Consuming with the position in the database, so that nothing is lost or applied twice. */
@NullMarked
package dev.tradewind.platform.kafka;

import org.jspecify.annotations.NullMarked;

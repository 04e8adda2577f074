/** A restored or rebuilt database never tells old news as new. */
@NullMarked
package dev.tradewind.metrics.epoch;

import org.jspecify.annotations.NullMarked;

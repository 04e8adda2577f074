/** The timeline. */
@NullMarked
package dev.tradewind.metrics.event;

import org.jspecify.annotations.NullMarked;

/** The policy timeline: what happened, and when, beside the series. */
@NullMarked
package dev.tradewind.metrics.event;

import org.jspecify.annotations.NullMarked;

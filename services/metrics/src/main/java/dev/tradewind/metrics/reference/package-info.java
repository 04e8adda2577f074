/** The nation as other sources report it, beside what the regions add up to. */
@NullMarked
package dev.tradewind.metrics.reference;

import org.jspecify.annotations.NullMarked;

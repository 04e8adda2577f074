/** What other markets took of what one partner no longer takes, and how spread the exports are. */
@NullMarked
package dev.tradewind.metrics.diversification;

import org.jspecify.annotations.NullMarked;

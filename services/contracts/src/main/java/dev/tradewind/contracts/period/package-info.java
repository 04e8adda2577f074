/** Months and the windows of months that statistics are read over. */
@NullMarked
package dev.tradewind.contracts.period;

import org.jspecify.annotations.NullMarked;

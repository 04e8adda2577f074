/** A change of the indicators: held until it is whole, then evaluated in one transaction. */
@NullMarked
package dev.tradewind.alerts.change;

import org.jspecify.annotations.NullMarked;

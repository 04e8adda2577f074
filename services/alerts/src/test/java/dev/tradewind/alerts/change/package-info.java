/** Tests of dev.tradewind.alerts.change. */
@NullMarked
package dev.tradewind.alerts.change;

import org.jspecify.annotations.NullMarked;

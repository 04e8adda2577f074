/** Tests of dev.tradewind.alerts.indicator. */
@NullMarked
package dev.tradewind.alerts.indicator;

import org.jspecify.annotations.NullMarked;

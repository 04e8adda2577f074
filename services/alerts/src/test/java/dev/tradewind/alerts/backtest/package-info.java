/** Tests of dev.tradewind.alerts.backtest. */
@NullMarked
package dev.tradewind.alerts.backtest;

import org.jspecify.annotations.NullMarked;

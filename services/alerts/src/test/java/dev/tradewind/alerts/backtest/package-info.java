@NullMarked
package dev.tradewind.alerts.backtest;

import org.jspecify.annotations.NullMarked;

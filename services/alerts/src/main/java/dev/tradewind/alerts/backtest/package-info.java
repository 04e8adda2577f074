/** What a rule would have raised, had it been in force over the history that is known. */
@NullMarked
package dev.tradewind.alerts.backtest;

import org.jspecify.annotations.NullMarked;

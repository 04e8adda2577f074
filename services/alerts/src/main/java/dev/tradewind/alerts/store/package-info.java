/** Transactions of the consuming and sending threads. */
@NullMarked
package dev.tradewind.alerts.store;

import org.jspecify.annotations.NullMarked;

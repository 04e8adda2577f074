/** Transactions for threads that may wait. */
@NullMarked
package dev.tradewind.metrics.database;

import org.jspecify.annotations.NullMarked;

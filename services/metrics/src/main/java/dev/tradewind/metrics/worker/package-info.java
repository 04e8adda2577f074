/** Threads that do a piece of work again and again, or as soon as there is news. */
@NullMarked
package dev.tradewind.metrics.worker;

import org.jspecify.annotations.NullMarked;

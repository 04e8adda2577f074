/** Whether regions that relied more on a partner fell more: an association, never a cause. */
@NullMarked
package dev.tradewind.metrics.dependence;

import org.jspecify.annotations.NullMarked;

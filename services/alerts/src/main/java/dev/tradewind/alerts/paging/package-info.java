/** Cursors and parameters that all lists of this service share. */
@NullMarked
package dev.tradewind.alerts.paging;

import org.jspecify.annotations.NullMarked;

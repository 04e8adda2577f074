/** Figures, months and names as people read them. */
@NullMarked
package dev.tradewind.alerts.wording;

import org.jspecify.annotations.NullMarked;

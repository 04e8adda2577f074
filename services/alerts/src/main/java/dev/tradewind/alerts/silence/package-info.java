/** Incidents that somebody asked not to hear of for a while. */
@NullMarked
package dev.tradewind.alerts.silence;

import org.jspecify.annotations.NullMarked;

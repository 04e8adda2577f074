/** Incidents that need not be told because a weightier one is. */
@NullMarked
package dev.tradewind.alerts.inhibition;

import org.jspecify.annotations.NullMarked;

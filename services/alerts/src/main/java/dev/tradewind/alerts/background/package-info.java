/** What helps to understand an alert without being one: the last months, the sector, policy events. */
@NullMarked
package dev.tradewind.alerts.background;

import org.jspecify.annotations.NullMarked;

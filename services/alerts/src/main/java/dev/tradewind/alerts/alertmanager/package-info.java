/** Alertmanager as a channel. */
@NullMarked
package dev.tradewind.alerts.alertmanager;

import org.jspecify.annotations.NullMarked;

/**
 * What a rule found about one region, over its periods: incidents, their states and their history.
 */
@NullMarked
package dev.tradewind.alerts.incident;

import org.jspecify.annotations.NullMarked;

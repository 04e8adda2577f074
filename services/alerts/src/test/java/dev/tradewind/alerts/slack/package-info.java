/** Tests of dev.tradewind.alerts.slack. */
@NullMarked
package dev.tradewind.alerts.slack;

import org.jspecify.annotations.NullMarked;

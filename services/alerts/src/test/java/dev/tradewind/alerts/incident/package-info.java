/** Tests of dev.tradewind.alerts.incident. */
@NullMarked
package dev.tradewind.alerts.incident;

import org.jspecify.annotations.NullMarked;

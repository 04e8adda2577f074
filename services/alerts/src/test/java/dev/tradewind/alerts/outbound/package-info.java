/** Tests of dev.tradewind.alerts.outbound. */
@NullMarked
package dev.tradewind.alerts.outbound;

import org.jspecify.annotations.NullMarked;

/** Tests of {@link dev.tradewind.alerts.clock}. */
@NullMarked
package dev.tradewind.alerts.clock;

import org.jspecify.annotations.NullMarked;

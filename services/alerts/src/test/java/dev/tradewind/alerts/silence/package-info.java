/** Tests of {@link dev.tradewind.alerts.silence}. */
@NullMarked
package dev.tradewind.alerts.silence;

import org.jspecify.annotations.NullMarked;

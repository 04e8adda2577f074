/** Tests of {@link dev.tradewind.alerts.matching}. */
@NullMarked
package dev.tradewind.alerts.matching;

import org.jspecify.annotations.NullMarked;

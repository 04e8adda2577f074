/** Tests of {@link dev.tradewind.alerts.digest}. */
@NullMarked
package dev.tradewind.alerts.digest;

import org.jspecify.annotations.NullMarked;

/** Tests of dev.tradewind.alerts.background. */
@NullMarked
package dev.tradewind.alerts.background;

import org.jspecify.annotations.NullMarked;

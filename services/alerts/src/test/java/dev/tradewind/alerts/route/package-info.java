/** Tests of {@link dev.tradewind.alerts.route}. */
@NullMarked
package dev.tradewind.alerts.route;

import org.jspecify.annotations.NullMarked;

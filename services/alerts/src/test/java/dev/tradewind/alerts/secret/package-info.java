/** Tests of dev.tradewind.alerts.secret. */
@NullMarked
package dev.tradewind.alerts.secret;

import org.jspecify.annotations.NullMarked;

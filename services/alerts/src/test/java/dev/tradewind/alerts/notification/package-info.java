/** Tests of dev.tradewind.alerts.notification. */
@NullMarked
package dev.tradewind.alerts.notification;

import org.jspecify.annotations.NullMarked;

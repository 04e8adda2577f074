/**
 * One message per channel and period: what it must tell, what it has told, and getting it there
 * once.
 */
@NullMarked
package dev.tradewind.alerts.notification;

import org.jspecify.annotations.NullMarked;

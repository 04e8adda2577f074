/** Tests of dev.tradewind.alerts.alertmanager. */
@NullMarked
package dev.tradewind.alerts.alertmanager;

import org.jspecify.annotations.NullMarked;

/** Tests of dev.tradewind.alerts.webhook. */
@NullMarked
package dev.tradewind.alerts.webhook;

import org.jspecify.annotations.NullMarked;

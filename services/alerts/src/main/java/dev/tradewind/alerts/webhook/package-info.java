/** Signed webhooks as channels. */
@NullMarked
package dev.tradewind.alerts.webhook;

import org.jspecify.annotations.NullMarked;

/** Slack as a receiver: its incoming webhooks and the bounded call. */
@NullMarked
package dev.tradewind.alerts.slack;

import org.jspecify.annotations.NullMarked;

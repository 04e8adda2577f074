/** Slack's incoming webhooks: Block Kit within Slack's limits, and the bounded call. */
@NullMarked
package dev.tradewind.alerts.slack;

import org.jspecify.annotations.NullMarked;

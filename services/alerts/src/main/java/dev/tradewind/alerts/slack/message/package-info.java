/** What a Slack message says: Block Kit within Slack's limits, in plain Java. */
@NullMarked
package dev.tradewind.alerts.slack.message;

import org.jspecify.annotations.NullMarked;

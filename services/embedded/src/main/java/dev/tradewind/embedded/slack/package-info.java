/** A stand-in for Slack's incoming webhooks that is as strict as Slack's documentation. */
@NullMarked
package dev.tradewind.embedded.slack;

import org.jspecify.annotations.NullMarked;

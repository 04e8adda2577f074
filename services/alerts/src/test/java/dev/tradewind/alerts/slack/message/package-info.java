/** Tests of dev.tradewind.alerts.slack.message. */
@NullMarked
package dev.tradewind.alerts.slack.message;

import org.jspecify.annotations.NullMarked;

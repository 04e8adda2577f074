/**
 * Channels over the API: their settings, their secrets, and the receivers that follow from both.
 */
@NullMarked
package dev.tradewind.alerts.channel;

import org.jspecify.annotations.NullMarked;

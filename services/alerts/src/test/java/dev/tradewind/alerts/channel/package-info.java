/** Tests of dev.tradewind.alerts.channel. */
@NullMarked
package dev.tradewind.alerts.channel;

import org.jspecify.annotations.NullMarked;

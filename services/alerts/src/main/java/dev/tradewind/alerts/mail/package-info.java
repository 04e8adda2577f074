/** E-mail as a channel. */
@NullMarked
package dev.tradewind.alerts.mail;

import org.jspecify.annotations.NullMarked;

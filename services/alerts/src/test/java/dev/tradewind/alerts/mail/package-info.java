/** Tests of dev.tradewind.alerts.mail. */
@NullMarked
package dev.tradewind.alerts.mail;

import org.jspecify.annotations.NullMarked;

/** Secrets of channels: sealed in the database, or in mounted files. */
@NullMarked
package dev.tradewind.alerts.secret;

import org.jspecify.annotations.NullMarked;

/** Tests of dev.tradewind.alerts.stream. */
@NullMarked
package dev.tradewind.alerts.stream;

import org.jspecify.annotations.NullMarked;

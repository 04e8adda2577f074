/** Tests of dev.tradewind.alerts.rulebook. */
@NullMarked
package dev.tradewind.alerts.rulebook;

import org.jspecify.annotations.NullMarked;

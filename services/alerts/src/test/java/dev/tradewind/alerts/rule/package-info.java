/** Tests of dev.tradewind.alerts.rule. */
@NullMarked
package dev.tradewind.alerts.rule;

import org.jspecify.annotations.NullMarked;

/** What deserves an alert: rules, and the judgement of one cell's figures. */
@NullMarked
package dev.tradewind.alerts.rule;

import org.jspecify.annotations.NullMarked;

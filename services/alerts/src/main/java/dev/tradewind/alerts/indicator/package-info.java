/** The indicators as last told by metrics: series, newest periods and cells. */
@NullMarked
package dev.tradewind.alerts.indicator;

import org.jspecify.annotations.NullMarked;

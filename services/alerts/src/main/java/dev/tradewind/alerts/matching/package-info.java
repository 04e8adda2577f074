/** Matchers over the labels of an incident, as routes, inhibitions and silences use them. */
@NullMarked
package dev.tradewind.alerts.matching;

import org.jspecify.annotations.NullMarked;

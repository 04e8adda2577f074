@NullMarked
package dev.tradewind.alerts.rulebook;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.tradewind.metrics.indicator;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.tradewind.metrics.coverage;

import org.jspecify.annotations.NullMarked;

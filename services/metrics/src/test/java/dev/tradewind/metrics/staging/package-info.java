@NullMarked
package dev.tradewind.metrics.staging;

import org.jspecify.annotations.NullMarked;

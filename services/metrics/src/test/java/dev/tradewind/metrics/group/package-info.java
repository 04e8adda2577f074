@NullMarked
package dev.tradewind.metrics.group;

import org.jspecify.annotations.NullMarked;

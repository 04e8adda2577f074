@NullMarked
package dev.tradewind.metrics.answer;

import org.jspecify.annotations.NullMarked;

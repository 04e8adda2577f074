/** What is written, and how. */
@NullMarked
package dev.tradewind.metrics.briefing;

import org.jspecify.annotations.NullMarked;

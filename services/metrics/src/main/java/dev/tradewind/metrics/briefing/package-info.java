/**
 * Writes the article from data: sentences chosen by the figures, each with the query that proves
 * it.
 */
@NullMarked
package dev.tradewind.metrics.briefing;

import org.jspecify.annotations.NullMarked;

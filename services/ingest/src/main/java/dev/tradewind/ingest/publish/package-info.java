/**
 * Leased work: checking a submission, publishing its blocks, announcing it, hearing that it is
 * applied.
 */
@NullMarked
package dev.tradewind.ingest.publish;

import org.jspecify.annotations.NullMarked;

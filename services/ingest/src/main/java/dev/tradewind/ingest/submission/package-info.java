/** Submissions as clients see them: their state, their problems, their files, their withdrawal. */
@NullMarked
package dev.tradewind.ingest.submission;

import org.jspecify.annotations.NullMarked;

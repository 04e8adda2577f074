package dev.tradewind.ingest.check;

import dev.tradewind.contracts.message.CoverageBox;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a file.
 *
 * @param number its place in the submission, from 0
 * @param format its kind; null if it is not known
 * @param encoding its text encoding; null if it is not known
 * @param currency ISO 4217; null if it is not known
 * @param rows data rows, good or bad
 * @param coverage what it observes; null if it has no good row
 */
public record FileReport(
    int number,
    @Nullable String format,
    @Nullable String encoding,
    @Nullable String currency,
    long rows,
    @Nullable CoverageBox coverage) {}

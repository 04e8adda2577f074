package dev.tradewind.ingest.check;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.ingest.format.Dimension;
import java.util.List;
import java.util.Map;
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
 * @param columns the header of each dimension, as the file has it
 * @param firstRows its first good rows, as they were understood
 */
public record FileReport(
    int number,
    @Nullable String format,
    @Nullable String encoding,
    @Nullable String currency,
    long rows,
    @Nullable CoverageBox coverage,
    Map<Dimension, String> columns,
    List<FirstRow> firstRows) {
  /**
   * A row as it was understood.
   *
   * @param line physical line on which the record starts, from 1
   * @param period the month, as 2025-07
   * @param region ISO 3166-2
   * @param partner ISO 3166-1 alpha-3
   * @param product HS code
   * @param tradeMode as the file has it; empty if it does not tell
   * @param value plain digits
   */
  public record FirstRow(
      long line,
      String period,
      String region,
      String partner,
      String product,
      String tradeMode,
      String value) {}
}

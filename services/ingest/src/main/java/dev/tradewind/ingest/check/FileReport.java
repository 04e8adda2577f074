package dev.tradewind.ingest.check;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.ingest.format.Dimension;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a file as it was sent, which may be an archive of several.
 *
 * @param number its place in the submission, from 0
 * @param format its kind; null if it is not known; several in an archive are parted by a comma
 * @param encoding its text encoding; null if it is not known; likewise
 * @param currency ISO 4217; null if it is not known
 * @param rows data rows, good or bad
 * @param coverage what it observes, a box for each file in it that has a good row
 * @param provisional whether the file says of some of its values that they are
 * @param columns the header of each dimension, as the file has it
 * @param firstRows its first good rows, as they were understood
 */
public record FileReport(
    int number,
    @Nullable String format,
    @Nullable String encoding,
    @Nullable String currency,
    long rows,
    List<CoverageBox> coverage,
    boolean provisional,
    Map<Dimension, String> columns,
    List<FirstRow> firstRows) {
  private static final int FIRST_ROWS = 10;

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

  /** A file that was not looked at, because too much had come before it. */
  static FileReport nothing(int number) {
    return new FileReport(number, null, null, null, 0, List.of(), false, Map.of(), List.of());
  }

  /** Both as one, in the order in which they stand in their archive. */
  FileReport and(FileReport next) {
    return new FileReport(
        number,
        both(format, next.format),
        both(encoding, next.encoding),
        currency == null ? next.currency : currency,
        rows + next.rows,
        Stream.concat(coverage.stream(), next.coverage.stream()).toList(),
        provisional || next.provisional,
        columns.isEmpty() ? next.columns : columns,
        Stream.concat(firstRows.stream(), next.firstRows.stream()).limit(FIRST_ROWS).toList());
  }

  private static @Nullable String both(@Nullable String first, @Nullable String next) {
    if (first == null || next == null || Arrays.asList(first.split(", ")).contains(next)) {
      return first == null ? next : first;
    }
    return first + ", " + next;
  }
}

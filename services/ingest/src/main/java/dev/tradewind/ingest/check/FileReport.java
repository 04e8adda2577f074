package dev.tradewind.ingest.check;

import dev.tradewind.contracts.message.CoverageBox;
import java.util.Arrays;
import java.util.List;
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
 */
public record FileReport(
    int number,
    @Nullable String format,
    @Nullable String encoding,
    @Nullable String currency,
    long rows,
    List<CoverageBox> coverage,
    boolean provisional) {

  /** Both as one, in the order in which they stand in their archive. */
  FileReport and(FileReport next) {
    return new FileReport(
        number,
        both(format, next.format),
        both(encoding, next.encoding),
        currency == null ? next.currency : currency,
        rows + next.rows,
        Stream.concat(coverage.stream(), next.coverage.stream()).toList(),
        provisional || next.provisional);
  }

  private static @Nullable String both(@Nullable String first, @Nullable String next) {
    if (first == null || next == null || Arrays.asList(first.split(", ")).contains(next)) {
      return first == null ? next : first;
    }
    return first + ", " + next;
  }
}

package dev.tradewind.ingest.check;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.ingest.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of checking a submission.
 *
 * @param rejection why it is rejected, in one sentence; null if it is accepted
 * @param currency of all files; null if it is not known
 * @param files in order
 * @param rows data rows in all files
 * @param problems the first of them
 * @param errors how many errors there are
 * @param warnings how many warnings there are
 */
public record CheckReport(
    @Nullable String rejection,
    @Nullable String currency,
    List<FileReport> files,
    long rows,
    List<Problem> problems,
    long errors,
    long warnings) {

  /** What the files observe, one box each. */
  public List<CoverageBox> coverage() {
    return files.stream().flatMap(file -> file.coverage().stream()).toList();
  }

  /** Whether some of the values are called provisional by their file. */
  public boolean provisional() {
    return files.stream().anyMatch(FileReport::provisional);
  }
}

package dev.tradewind.standalone.client;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A submission as the API shows it.
 *
 * @param id its identity
 * @param state how far it is
 * @param reason why it is where it is, if that needs words
 * @param progress what has been done
 * @param counts what was found
 * @param problems the first of them
 */
public record SubmissionView(
    String id,
    String state,
    @Nullable String reason,
    @Nullable Progress progress,
    @Nullable Counts counts,
    @Nullable List<ProblemRow> problems) {

  /** From these it does not come back by itself. */
  private static final Set<String> FAILED = Set.of("rejected", "withdrawn", "stuck");

  /** Rows so far. */
  public record Progress(long rowsChecked, long rowsPublished, long blocksPublished) {}

  /** Totals; rows and keys are known after the check. */
  public record Counts(long rows, long keys, long blocks, long problems, long warnings) {}

  /** Whether its numbers can be read. */
  public boolean applied() {
    return state.equals("applied");
  }

  /** Whether it never will be. */
  public boolean failed() {
    return FAILED.contains(state);
  }
}

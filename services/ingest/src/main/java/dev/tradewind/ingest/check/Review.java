package dev.tradewind.ingest.check;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.ingest.problem.Problem;
import dev.tradewind.ingest.sort.Cells;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** A last look at a submission that passed all other checks, beside what was known before. */
public interface Review {
  /** Looks at nothing. */
  Review NONE = (currency, files, coverage, cells, problems) -> {};

  /** Opens the cells from the first. */
  interface Opened {
    Cells open() throws IOException;
  }

  /**
   * Reports what is remarkable.
   *
   * @param currency of all files
   * @param files their names, in order
   * @param coverage what they observe
   * @param cells opens them; may be used more than once
   * @param problems takes what is found
   * @throws IOException if the storage fails
   */
  void review(
      String currency,
      List<String> files,
      List<CoverageBox> coverage,
      Opened cells,
      Consumer<Problem> problems)
      throws IOException;
}

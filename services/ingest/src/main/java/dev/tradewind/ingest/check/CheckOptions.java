package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.ReadLimits;
import dev.tradewind.ingest.problem.Severities;
import java.nio.file.Path;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How a submission is checked.
 *
 * @param period the month of files that do not state it
 * @param currency what the sender says the currency is
 * @param lenient whether bad rows are left out instead of rejecting the submission
 * @param coverage what the sender says the files cover
 * @param limits the bounds of what is read
 * @param severities how bad each problem is
 */
public record CheckOptions(
    @Nullable YearMonth period,
    @Nullable String currency,
    boolean lenient,
    DeclaredCoverage coverage,
    Limits limits,
    Severities severities) {
  /** With the severities that the codes have by themselves. */
  public CheckOptions(
      @Nullable YearMonth period,
      @Nullable String currency,
      boolean lenient,
      DeclaredCoverage coverage,
      Limits limits) {
    this(period, currency, lenient, coverage, limits, Severities.DEFAULT);
  }

  /**
   * Bounds of what is read.
   *
   * @param maxRows data rows in all files together
   * @param reading the bounds of each file
   * @param keptProblems how many problems are kept; all are counted
   * @param keysInMemory how many cells are sorted in memory before a run goes to disk
   * @param folder where sorted runs go
   */
  public record Limits(
      long maxRows, ReadLimits reading, int keptProblems, int keysInMemory, Path folder) {}
}

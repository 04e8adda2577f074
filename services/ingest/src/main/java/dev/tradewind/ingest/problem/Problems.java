package dev.tradewind.ingest.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the problems of a submission: all are counted, the first so many are kept. */
public final class Problems {
  private final int keep;
  private final Severities severities;
  private final List<Problem> kept = new ArrayList<>();
  private long errors;
  private long warnings;
  private long rowsLeftOut;
  private boolean fileRejected;

  /** Keeps at most that many, with the severities that are configured. */
  public Problems(int keep, Severities severities) {
    this.keep = keep;
    this.severities = severities;
  }

  /** Takes one more. */
  public void add(Problem problem) {
    ProblemCode code = problem.code();
    Severity severity = severities.of(code);
    if (severity == null) {
      return;
    }
    if (severity == Severity.ERROR) {
      errors++;
      fileRejected |= !code.leavesRowOut();
    } else {
      warnings++;
    }
    if (code.leavesRowOut()) {
      rowsLeftOut++;
    }
    if (kept.size() < keep) {
      kept.add(problem.withSeverity(severity));
    }
  }

  /** The first ones, in the order of the files. */
  public List<Problem> kept() {
    return Collections.unmodifiableList(kept);
  }

  /** How many errors there are, kept or not. */
  public long errors() {
    return errors;
  }

  /** How many warnings there are, kept or not. */
  public long warnings() {
    return warnings;
  }

  /** Whether one of them rejects the submission even in lenient mode. */
  public boolean fileRejected() {
    return fileRejected;
  }

  /** How many problems left a row out. */
  public long rowsLeftOut() {
    return rowsLeftOut;
  }

  /** Whether so many rows failed that not all of them could be remembered. */
  public boolean overflowed() {
    return rowsLeftOut > keep;
  }
}

package dev.tradewind.ingest.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the problems of a submission: all are counted, the first so many are kept. */
public final class Problems {
  private final int keep;
  private final List<Problem> kept = new ArrayList<>();
  private long errors;
  private long warnings;
  private boolean fileRejected;

  /** Keeps at most that many. */
  public Problems(int keep) {
    this.keep = keep;
  }

  /** Takes one more. */
  public void add(Problem problem) {
    if (problem.code().severity() == Severity.ERROR) {
      errors++;
    } else {
      warnings++;
    }
    fileRejected |= problem.code().rejectsFile();
    if (kept.size() < keep) {
      kept.add(problem);
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

  /** Whether so many rows failed that not all of them could be remembered. */
  public boolean overflowed() {
    return errors > keep;
  }
}

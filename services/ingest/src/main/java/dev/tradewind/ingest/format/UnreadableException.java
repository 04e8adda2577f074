package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import java.io.IOException;

/** A file is damaged from here on. */
public final class UnreadableException extends IOException {
  private final ProblemCode code;

  /** Of that kind, with what is wrong. */
  public UnreadableException(ProblemCode code, String message) {
    super(message);
    this.code = code;
  }

  /** What is wrong. */
  public ProblemCode code() {
    return code;
  }
}

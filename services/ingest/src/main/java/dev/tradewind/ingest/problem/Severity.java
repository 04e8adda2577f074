package dev.tradewind.ingest.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a problem stands in the way of the submission. */
public enum Severity {
  /** The row, or the whole file, cannot be used. */
  ERROR,
  /** The data were used; the reader of the numbers should know. */
  WARNING;

  /** {@code error} or {@code warning}. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

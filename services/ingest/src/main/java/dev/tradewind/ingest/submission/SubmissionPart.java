package dev.tradewind.ingest.submission;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The key of a numbered part of a submission: a file or a problem. */
class SubmissionPart implements Serializable {
  private static final long serialVersionUID = 1L;

  @Nullable UUID submission;
  int number;

  /** For Hibernate. */
  protected SubmissionPart() {}

  SubmissionPart(UUID submission, int number) {
    this.submission = submission;
    this.number = number;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SubmissionPart that
        && number == that.number
        && Objects.equals(submission, that.submission);
  }

  @Override
  public int hashCode() {
    return Objects.hash(submission, number);
  }
}

package dev.tradewind.ingest.upload;

import dev.tradewind.platform.problem.Problem;
import dev.tradewind.platform.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends an upload that is larger than allowed. */
final class BoundedInputStream extends FilterInputStream {
  private final long limit;
  private long left;

  /**
   * Reads at most {@code left} bytes.
   *
   * @param limit of the whole submission, for the message
   */
  BoundedInputStream(InputStream in, long left, long limit) {
    super(in);
    this.left = left;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      count(1);
    }
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n = super.read(target, offset, length);
    if (n > 0) {
      count(n);
    }
    return n;
  }

  private void count(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw tooLarge(limit);
    }
  }

  static ProblemException tooLarge(long limit) {
    return Problem.of(413, "too-large", "The submission is larger than allowed.")
        .withDetail("At most " + limit + " bytes are taken, all files together.")
        .withAdvice("Compress the files with gzip, or split them by month.")
        .asException();
  }
}

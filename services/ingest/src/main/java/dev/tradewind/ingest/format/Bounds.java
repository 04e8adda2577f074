package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much may be unpacked from what was sent, whatever is packed in what. */
final class Bounds {
  /** Below this size a high ratio harms nobody: a few rows repeated pack very well. */
  private static final long RATIO_MATTERS_FROM = 32L << 20;

  private final ReadLimits limits;
  private long packed;
  private long unpacked;

  /** Nothing was read yet. */
  Bounds(ReadLimits limits) {
    this.limits = limits;
  }

  /** What it keeps to. */
  ReadLimits limits() {
    return limits;
  }

  /** What was sent; counts what is read of it. */
  InputStream packed(InputStream sent) {
    return new Counted(sent) {
      @Override
      void count(long bytes) {
        packed += bytes;
      }
    };
  }

  /** What is unpacked; ends with {@code zip-bomb} where it is more than can be meant. */
  InputStream unpacked(InputStream content) {
    return new Counted(content) {
      @Override
      void count(long bytes) throws UnreadableException {
        unpacked += bytes;
        if (unpacked > limits.maxUnpacked()) {
          throw new UnreadableException(
              ProblemCode.ZIP_BOMB,
              "the file unpacks to more than %,d bytes".formatted(limits.maxUnpacked()));
        }
        if (unpacked > RATIO_MATTERS_FROM && unpacked / limits.maxRatio() > packed) {
          throw new UnreadableException(
              ProblemCode.ZIP_BOMB,
              "the file unpacks to more than " + limits.maxRatio() + " times its size");
        }
      }
    };
  }

  /** Counts what is read, and never claims to be at its end: gzip asks that between members. */
  private abstract static class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    abstract void count(long bytes) throws UnreadableException;

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

    @Override
    public int available() {
      return 1;
    }
  }
}

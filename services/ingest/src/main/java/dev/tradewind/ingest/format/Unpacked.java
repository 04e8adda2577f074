package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks gzip, told by its first two bytes, and stops where it is damaged or a bomb. */
public final class Unpacked extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  /** Below this size a high ratio harms nobody: a few rows repeated pack very well. */
  private static final long RATIO_MATTERS_FROM = 32L << 20;

  private final Counted packed;
  private final int maxRatio;
  private long unpacked;

  private Unpacked(Counted packed, InputStream unpacked, int maxRatio) {
    super(unpacked);
    this.packed = packed;
    this.maxRatio = maxRatio;
  }

  /**
   * The content of the file: its own bytes, or what is packed in them.
   *
   * @throws UnreadableException if it is packed and its start is damaged
   */
  public static InputStream open(InputStream file, int maxRatio) throws IOException {
    PushbackInputStream start = new PushbackInputStream(file, 2);
    byte[] magic = start.readNBytes(2);
    start.unread(magic);
    if (magic.length < 2 || (magic[0] & 0xff) != 0x1f || (magic[1] & 0xff) != 0x8b) {
      return start;
    }
    Counted packed = new Counted(start);
    try {
      return new Unpacked(packed, new GZIPInputStream(packed, BUFFER), maxRatio);
    } catch (EOFException | ZipException e) {
      throw damaged(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int count = super.read(target, offset, length);
      if (count > 0) {
        unpacked += count;
        if (unpacked > RATIO_MATTERS_FROM && unpacked / maxRatio > packed.count) {
          throw new UnreadableException(
              ProblemCode.ZIP_BOMB,
              "the file unpacks to more than " + maxRatio + " times its size");
        }
      }
      return count;
    } catch (EOFException | ZipException e) {
      throw damaged(e);
    }
  }

  private static UnreadableException damaged(IOException cause) {
    UnreadableException e =
        new UnreadableException(
            ProblemCode.TRUNCATED_GZIP, "the gzip data end too early or are damaged");
    e.initCause(cause);
    return e;
  }

  /** Counts what is read, and never claims to be at its end: gzip asks that between members. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        count++;
      }
      return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int n = super.read(target, offset, length);
      if (n > 0) {
        count += n;
      }
      return n;
    }

    @Override
    public int available() {
      return 1;
    }
  }
}

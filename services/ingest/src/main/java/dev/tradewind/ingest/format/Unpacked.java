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
final class Unpacked extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  private Unpacked(InputStream unpacked) {
    super(unpacked);
  }

  /**
   * The content of the file: its own bytes, or what is packed in them.
   *
   * @param bounds count what is read of the file already
   * @throws UnreadableException if it is packed and its start is damaged
   */
  static InputStream open(InputStream file, Bounds bounds) throws IOException {
    PushbackInputStream start = new PushbackInputStream(file, 2);
    byte[] magic = start.readNBytes(2);
    start.unread(magic);
    if (magic.length < 2 || (magic[0] & 0xff) != 0x1f || (magic[1] & 0xff) != 0x8b) {
      return start;
    }
    try {
      return bounds.unpacked(new Unpacked(new GZIPInputStream(start, BUFFER)));
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
      return super.read(target, offset, length);
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
}

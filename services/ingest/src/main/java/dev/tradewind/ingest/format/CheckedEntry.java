package dev.tradewind.ingest.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** An archive's entry whose checksum and size are compared at its end. */
final class CheckedEntry extends InputStream {
  private final CheckedInputStream in;
  private final ZipEntry entry;
  private long count;

  CheckedEntry(InputStream content, ZipEntry entry) {
    this.in = new CheckedInputStream(content, new CRC32());
    this.entry = entry;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int n = in.read(target, offset, length);
      if (n > 0) {
        count += n;
      } else if (n < 0
          && (count != entry.getSize() || in.getChecksum().getValue() != entry.getCrc())) {
        throw new ZipException("checksum or size differ");
      }
      return n;
    } catch (EOFException | ZipException e) {
      throw Archive.damaged(e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

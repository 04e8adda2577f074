package dev.tradewind.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** The first bytes of a file, unpacked, by which its format is told. */
public final class Head {
  /** How much of a file is looked at. */
  static final int SIZE = 1 << 16;

  private final byte[] bytes;

  Head(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether the file has no byte at all. */
  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** Whether it starts with these bytes. */
  public boolean startsWith(int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** Its first line of text, without the line end; as much of it as can be read. */
  public String firstLine() {
    StringBuilder line = new StringBuilder();
    try (StrictReader reader = new StrictReader(new ByteArrayInputStream(bytes))) {
      for (int c = reader.read(); c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
        line.append((char) c);
      }
    } catch (IOException e) {
      // What was readable is enough to tell the format; reading the file will report the rest.
      return line.toString();
    }
    return line.toString();
  }
}

package dev.tradewind.ingest.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file's content, unpacked on the way if it is compressed. */
public final class Source implements AutoCloseable {
  private final BufferedInputStream bytes;
  private final StrictReader text;

  private Source(InputStream unpacked) {
    bytes = new BufferedInputStream(unpacked, Head.SIZE);
    text = new StrictReader(bytes);
  }

  /**
   * Opens a file as it was sent.
   *
   * @param stored its bytes
   * @param maxRatio how many times larger than its packed form a file may be
   */
  public static Source open(InputStream stored, int maxRatio) throws IOException {
    return new Source(Unpacked.open(stored, maxRatio));
  }

  /** The start of the content, without consuming it. */
  public Head head() throws IOException {
    bytes.mark(Head.SIZE);
    byte[] start = bytes.readNBytes(Head.SIZE);
    bytes.reset();
    return new Head(start);
  }

  /** The content as bytes. */
  public InputStream bytes() {
    return bytes;
  }

  /** The content as text, in the encoding that its bytes show. */
  public StrictReader text() {
    return text;
  }

  /** The text's encoding, as far as it was read. */
  public String encoding() {
    return text.encoding();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}

package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file's content, unpacked on the way if it is compressed. */
public final class Source implements AutoCloseable {
  private final BufferedInputStream bytes;
  private final StrictReader text;
  private final @Nullable Archive archive;
  private final ReadLimits limits;
  private boolean textRead;

  private Source(InputStream unpacked, @Nullable Archive archive, ReadLimits limits) {
    this.limits = limits;
    bytes =
        unpacked instanceof BufferedInputStream buffered
            ? buffered
            : new BufferedInputStream(unpacked, Head.SIZE);
    text = new StrictReader(bytes);
    this.archive = archive;
  }

  /**
   * Opens a file.
   *
   * @param packed its bytes, gzip or not, counted by the bounds
   * @param folder where an archive is put meanwhile
   * @throws UnreadableException if it is packed and damaged
   */
  static Source open(InputStream packed, Path folder, Bounds bounds) throws IOException {
    BufferedInputStream content = new BufferedInputStream(Unpacked.open(packed, bounds), Head.SIZE);
    content.mark(4);
    Head start = new Head(content.readNBytes(4), null);
    content.reset();
    if (start.startsWith(0x1f, 0x8b)) {
      throw new UnreadableException(ProblemCode.NESTED_ARCHIVE, "there is gzip inside gzip");
    }
    boolean zip = start.startsWith('P', 'K', 3, 4) || start.startsWith('P', 'K', 5, 6);
    return zip
        ? new Source(
            InputStream.nullInputStream(), Archive.open(content, folder, bounds), bounds.limits())
        : new Source(content, null, bounds.limits());
  }

  /** What may be read of it. */
  ReadLimits limits() {
    return limits;
  }

  /** The start of the content, without consuming it. */
  public Head head() throws IOException {
    bytes.mark(Head.SIZE);
    byte[] start = bytes.readNBytes(Head.SIZE);
    bytes.reset();
    return new Head(start, archive);
  }

  /** The content as text, in the encoding that its bytes show. */
  public StrictReader text() {
    textRead = true;
    return text;
  }

  /** The archive that the file is; null if it is none. */
  @Nullable Archive archive() {
    return archive;
  }

  /** The text's encoding, as far as it was read; null if it was not read as text. */
  public @Nullable String encoding() {
    return textRead ? text.encoding() : null;
  }

  /**
   * Reads what is left, so that a checksum at the end is compared.
   *
   * @throws UnreadableException if the file is damaged
   */
  public void drain() throws IOException {
    byte[] rest = new byte[1 << 13];
    while (bytes.read(rest) >= 0) {
      // What is left has no meaning, but it belongs to the checksum.
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
    if (archive != null) {
      archive.close();
    }
  }
}

package dev.tradewind.ingest.store;

import dev.tradewind.ingest.format.Contents;
import dev.tradewind.ingest.format.ReadLimits;
import dev.tradewind.ingest.format.UnreadableException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** The bytes of submitted files, kept as they were sent. */
@Singleton
public final class FileStore {
  private final Database database;

  FileStore(Database database) {
    this.database = database;
  }

  /**
   * Stores a file while it is read, and hashes its content on the way. Memory does not grow with
   * the file, and the sender is read no faster than the database takes it.
   *
   * @param limits how far a packed file is unpacked for its hashes
   * @throws IOException if reading fails
   */
  public StoredFile write(
      UUID submission, int number, String name, InputStream file, ReadLimits limits)
      throws IOException {
    MessageDigest sent = sha256();
    Contents contents = null;
    long bytes;
    try (ChunkWriter chunks = new ChunkWriter(database, submission, number)) {
      Copying copying = new Copying(file, chunks, sent);
      try {
        contents = Contents.read(copying, limits);
      } catch (UnreadableException e) {
        // The check will say what is wrong; until then the file is what was sent.
        contents = null;
      }
      // What follows the packed data was sent too.
      copying.transferTo(OutputStream.nullOutputStream());
      bytes = copying.count();
    }
    if (contents == null) {
      String hash = HexFormat.of().formatHex(sent.digest());
      contents = new Contents(hash, List.of(hash), false);
    }
    return new StoredFile(name, bytes, contents);
  }

  /** The file as it was sent. */
  public InputStream read(UUID submission, int number) {
    return new ChunkInputStream(database, submission, number);
  }

  /**
   * The file as it was sent, from that byte on.
   *
   * @param first counted from 0
   */
  public InputStream readFrom(UUID submission, int number, long first) {
    int chunk = Math.toIntExact(first / ChunkWriter.CHUNK);
    return new ChunkInputStream(
        database, submission, number, chunk, Math.toIntExact(first % ChunkWriter.CHUNK));
  }

  /** SHA-256, which every Java has. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing", e);
    }
  }

  /** Passes on what is read, and keeps a copy. */
  private static final class Copying extends InputStream {
    private final InputStream in;
    private final OutputStream copy;
    private final MessageDigest digest;
    private long count;

    Copying(InputStream in, OutputStream copy, MessageDigest digest) {
      this.in = in;
      this.copy = copy;
      this.digest = digest;
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int n = in.read(target, offset, length);
      if (n > 0) {
        copy.write(target, offset, n);
        digest.update(target, offset, n);
        count += n;
      }
      return n;
    }
  }
}

package dev.tradewind.ingest.store;

import io.vertx.mutiny.sqlclient.Row;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads a file's bytes from the database, as they were sent, a mebibyte at a time. */
final class ChunkInputStream extends InputStream {
  /** By the primary key. */
  private static final String SELECT =
      "select size, compressed, bytes from chunk where submission = $1 and file = $2 and number = $3";

  private final Database database;
  private final UUID submission;
  private final int file;
  private byte[] chunk = new byte[0];
  private int position;
  private int number;
  private int skip;
  private boolean ended;

  ChunkInputStream(Database database, UUID submission, int file) {
    this(database, submission, file, 0, 0);
  }

  /** Begins in that chunk, after so many of its bytes: all chunks but the last are full. */
  ChunkInputStream(Database database, UUID submission, int file, int number, int skip) {
    this.database = database;
    this.submission = submission;
    this.file = file;
    this.number = number;
    this.skip = skip;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position == chunk.length) {
      load();
    }
    if (ended) {
      return -1;
    }
    int count = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, target, offset, count);
    position += count;
    return count;
  }

  private void load() throws IOException {
    List<Row> rows = ended ? List.of() : database.execute(SELECT, submission, file, number);
    ended = rows.isEmpty();
    for (Row row : rows) {
      byte[] bytes = row.getBuffer("bytes").getBytes();
      chunk = row.getBoolean("compressed") ? inflated(bytes, row.getInteger("size")) : bytes;
      position = Math.min(skip, chunk.length);
      skip = 0;
      number++;
    }
  }

  private static byte[] inflated(byte[] packed, int size) throws IOException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] bytes = new byte[size];
      if (inflater.inflate(bytes) != size) {
        throw new IOException("a stored chunk is shorter than it was");
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new IOException("a stored chunk is damaged", e);
    } finally {
      inflater.end();
    }
  }
}

package dev.tradewind.ingest.store;

import io.vertx.core.buffer.Buffer;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.Deflater;

/** Writes a file's bytes to the database as they come, a mebibyte at a time. */
final class ChunkWriter extends OutputStream {
  static final int CHUNK = 1 << 20;

  private static final String INSERT =
      """
      with stored as (
        insert into chunk (submission, file, number, size, compressed, bytes) values ($1, $2, $3, $4, $5, $6))
      update submission set bytes_received = bytes_received + $4, updated_at = clock_timestamp() where id = $1
      """;

  private final Database database;
  private final UUID submission;
  private final int file;
  private final byte[] chunk = new byte[CHUNK];
  private final byte[] packed = new byte[CHUNK];
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private int filled;
  private int number;

  ChunkWriter(Database database, UUID submission, int file) {
    this.database = database;
    this.submission = submission;
    this.file = file;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int from = offset;
    int left = length;
    while (left > 0) {
      int part = Math.min(left, CHUNK - filled);
      System.arraycopy(bytes, from, chunk, filled, part);
      filled += part;
      from += part;
      left -= part;
      if (filled == CHUNK) {
        store();
      }
    }
  }

  @Override
  public void close() {
    if (filled > 0) {
      store();
    }
    deflater.end();
  }

  private void store() {
    deflater.reset();
    deflater.setInput(chunk, 0, filled);
    deflater.finish();
    int size = deflater.deflate(packed);
    boolean worthIt = deflater.finished() && size < filled - filled / 16;
    byte[] bytes = worthIt ? Arrays.copyOf(packed, size) : Arrays.copyOf(chunk, filled);
    database.update(INSERT, submission, file, number, filled, worthIt, Buffer.buffer(bytes));
    number++;
    filled = 0;
  }
}

package dev.tradewind.ingest.sort;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A sorted run of cells on disk. The file has no name once it is open, so nothing is left behind
 * even by a process that is killed.
 */
final class RunFile implements AutoCloseable {
  private static final int ENTRY = 4 * Long.BYTES;
  private static final int BUFFER = ENTRY * 2048;

  private final FileChannel channel;
  private final long size;

  private RunFile(FileChannel channel, long size) {
    this.channel = channel;
    this.size = size;
  }

  static RunFile write(Path folder, CellCursor cells) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("tradewind-cells-" + UUID.randomUUID()),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
      while (cells.next()) {
        if (!buffer.hasRemaining()) {
          drain(buffer, channel);
        }
        buffer
            .putLong(cells.key())
            .putLong(cells.modes())
            .putLong(cells.value())
            .putLong(cells.measure());
      }
      drain(buffer, channel);
      return new RunFile(channel, channel.position());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void drain(ByteBuffer buffer, FileChannel channel) throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  /** Reads the run from its start; any number of readers at a time. */
  CellCursor read() {
    return new Reading();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private final class Reading implements CellCursor {
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private long position;
    private long key;
    private long modes;
    private long value;
    private long measure;

    @Override
    public boolean next() throws IOException {
      if (!buffer.hasRemaining()) {
        if (position >= size) {
          return false;
        }
        fill();
      }
      key = buffer.getLong();
      modes = buffer.getLong();
      value = buffer.getLong();
      measure = buffer.getLong();
      return true;
    }

    private void fill() throws IOException {
      buffer.clear().limit((int) Math.min(BUFFER, size - position));
      while (buffer.hasRemaining()) {
        int count = channel.read(buffer, position);
        if (count < 0) {
          throw new EOFException("a sorted run is shorter than it was");
        }
        position += count;
      }
      buffer.flip();
    }

    @Override
    public long key() {
      return key;
    }

    @Override
    public long modes() {
      return modes;
    }

    @Override
    public long value() {
      return value;
    }

    @Override
    public long measure() {
      return measure;
    }

    @Override
    public void close() {
      // The run stays for other readers.
    }
  }
}

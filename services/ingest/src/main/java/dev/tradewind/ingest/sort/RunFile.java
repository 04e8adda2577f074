package dev.tradewind.ingest.sort;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sorted run of cells in a temporary file. */
final class RunFile implements AutoCloseable {
  private final Path path;
  private final long count;

  private RunFile(Path path, long count) {
    this.path = path;
    this.count = count;
  }

  static RunFile write(Path folder, CellCursor cells) throws IOException {
    Path path = Files.createTempFile(folder, "cells-", ".run");
    long count = 0;
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), 1 << 16))) {
      while (cells.next()) {
        out.writeLong(cells.key());
        out.writeLong(cells.modes());
        out.writeLong(cells.value());
        count++;
      }
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
    return new RunFile(path, count);
  }

  CellCursor read() throws IOException {
    return new Reading(
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16)), count);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }

  private static final class Reading implements CellCursor {
    private final DataInputStream in;
    private long left;
    private long key;
    private long modes;
    private long value;

    Reading(DataInputStream in, long count) {
      this.in = in;
      this.left = count;
    }

    @Override
    public boolean next() throws IOException {
      if (left == 0) {
        return false;
      }
      left--;
      key = in.readLong();
      modes = in.readLong();
      value = in.readLong();
      return true;
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
    public void close() throws IOException {
      in.close();
    }
  }
}

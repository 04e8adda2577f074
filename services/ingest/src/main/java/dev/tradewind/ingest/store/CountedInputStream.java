package dev.tradewind.ingest.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes are read. */
public final class CountedInputStream extends FilterInputStream {
  private final LongConsumer listener;
  private long count;

  /**
   * Reads a stream and tells of it.
   *
   * @param before bytes that were read of others before
   * @param listener hears of the sum after each read
   */
  public CountedInputStream(InputStream in, long before, LongConsumer listener) {
    super(in);
    this.count = before;
    this.listener = listener;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      told(1);
    }
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n = super.read(target, offset, length);
    if (n > 0) {
      told(n);
    }
    return n;
  }

  private void told(int bytes) {
    count += bytes;
    listener.accept(count);
  }
}

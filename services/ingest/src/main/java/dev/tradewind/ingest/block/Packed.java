package dev.tradewind.ingest.block;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A block's message, deflated: rows of one region and month are much alike. */
final class Packed {
  private Packed() {}

  static byte[] pack(byte[] message) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(message);
      deflater.finish();
      byte[] packed = new byte[message.length + 64];
      int size = 0;
      while (!deflater.finished()) {
        if (size == packed.length) {
          packed = Arrays.copyOf(packed, 2 * size);
        }
        size += deflater.deflate(packed, size, packed.length - size);
      }
      return Arrays.copyOf(packed, size);
    } finally {
      deflater.end();
    }
  }

  /**
   * The message.
   *
   * @param size of the message
   */
  static byte[] unpack(byte[] packed, int size) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] message = new byte[size];
      if (inflater.inflate(message) != size) {
        throw new IllegalStateException("a stored block is shorter than it was");
      }
      return message;
    } catch (DataFormatException e) {
      throw new IllegalStateException("a stored block is damaged", e);
    } finally {
      inflater.end();
    }
  }
}

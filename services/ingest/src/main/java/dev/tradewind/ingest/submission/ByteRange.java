package dev.tradewind.ingest.submission;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file: a download that broke off goes on where it was. One range is served; a request
 * for several, or in other units, gets the whole file, as RFC 9110 allows.
 *
 * @param first counted from 0
 * @param last inclusive
 */
record ByteRange(long first, long last) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** The range that the header asks for; null if it lies outside the file. */
  static @Nullable ByteRange of(@Nullable String header, long size) {
    Matcher one = ONE.matcher(header == null ? "" : header);
    if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
      return new ByteRange(0, size - 1);
    }
    if (one.group(1).isEmpty()) {
      long count = Long.parseLong(one.group(2));
      return count == 0 ? null : new ByteRange(Math.max(0, size - count), size - 1);
    }
    long first = Long.parseLong(one.group(1));
    long last = one.group(2).isEmpty() ? size - 1 : Long.parseLong(one.group(2));
    return first >= size || last < first ? null : new ByteRange(first, Math.min(last, size - 1));
  }

  boolean whole(long size) {
    return first == 0 && last == size - 1;
  }

  long length() {
    return last - first + 1;
  }

  String header(long size) {
    return "bytes " + first + "-" + last + "/" + size;
  }

  /** Ends a stream that begins at the first byte after the last. */
  InputStream of(InputStream fromFirst) {
    return new FilterInputStream(fromFirst) {
      private long left = length();

      @Override
      public int read() throws IOException {
        int b = left > 0 ? super.read() : -1;
        left -= b >= 0 ? 1 : 0;
        return b;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
          return length == 0 ? 0 : -1;
        }
        int n = super.read(target, offset, (int) Math.min(left, length));
        left -= Math.max(0, n);
        return n;
      }
    };
  }
}

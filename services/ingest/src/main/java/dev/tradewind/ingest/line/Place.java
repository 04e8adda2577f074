package dev.tradewind.ingest.line;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines of a submission go on. Stored files never change, so it stays right.
 *
 * @param file the file's number in the submission
 * @param passed how many of its rows that are looked for were told before
 */
record Place(int file, long passed) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})-([0-9]{1,18})");

  static final Place START = new Place(0, 0);

  /** Of a cursor; null if it is none. */
  static @Nullable Place of(String cursor) {
    Matcher parts = FORM.matcher(cursor);
    return parts.matches()
        ? new Place(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)))
        : null;
  }

  String cursor() {
    return file + "-" + passed;
  }
}

package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import java.io.IOException;
import java.io.Reader;

/** The lines of a text, none longer than a bound, in one buffer. */
final class Lines {
  private final Reader in;
  private final int longest;
  private final char[] buffer = new char[1 << 13];
  private int position;
  private int limit;
  private char[] line = new char[1 << 10];
  private int length;
  private long number;
  private boolean endedWell = true;

  Lines(Reader in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /**
   * Goes to the next line, if there is one.
   *
   * @throws UnreadableException if it is too long, or no text
   */
  boolean next() throws IOException {
    length = 0;
    number++;
    while (position < limit || fill()) {
      char c = buffer[position++];
      endedWell = c == '\n';
      if (endedWell) {
        return true;
      }
      append(c);
    }
    return length > 0;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = in.read(buffer, 0, buffer.length);
    return limit > 0;
  }

  private void append(char c) throws UnreadableException {
    if (length == line.length) {
      if (length >= longest) {
        throw new UnreadableException(
            ProblemCode.MALFORMED_FILE, "a line is longer than " + longest + " characters");
      }
      line = java.util.Arrays.copyOf(line, 2 * length);
    }
    line[length++] = c;
  }

  boolean blank() {
    for (int i = 0; i < length; i++) {
      if (!CellText.blank(line[i])) {
        return false;
      }
    }
    return true;
  }

  char[] chars() {
    return line;
  }

  int length() {
    return length;
  }

  /** Of this line, from 1. */
  long number() {
    return number;
  }

  /** Whether the last line has an end. */
  boolean endedWell() {
    return endedWell;
  }
}

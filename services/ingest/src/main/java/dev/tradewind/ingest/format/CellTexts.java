package dev.tradewind.ingest.format;

/** Makes strings of cells, without making the same one again and again: most cells repeat. */
final class CellTexts {
  private static final int SLOTS = 1 << 11;

  private final String[] known = new String[SLOTS];

  CellTexts() {
    java.util.Arrays.fill(known, "");
  }

  /** The cell's text without surrounding white space. */
  String text(char[] buffer, int offset, int length) {
    int from = offset;
    int to = offset + length;
    while (from < to && blank(buffer[from])) {
      from++;
    }
    while (from < to && blank(buffer[to - 1])) {
      to--;
    }
    return intern(buffer, from, to - from);
  }

  private String intern(char[] buffer, int from, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + buffer[from + i];
    }
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    String candidate = known[slot];
    if (equal(candidate, buffer, from, length)) {
      return candidate;
    }
    String text = new String(buffer, from, length);
    known[slot] = text;
    return text;
  }

  private static boolean equal(String text, char[] buffer, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != buffer[from + i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean blank(char c) {
    return c <= ' ' || c == '\u3000' || c == '\u00a0' || c == '\ufeff';
  }
}

package dev.tradewind.ingest.format;

import java.util.Arrays;

/**
 * The text of a cell, without the white space around it. One object is all cells of a column, so
 * that no string is made for text that comes again and again: what is kept must be copied.
 */
public final class CellText implements CharSequence {
  private static final int USUAL_LENGTH = 32;

  private char[] chars = new char[USUAL_LENGTH];
  private int length;

  CellText() {}

  /** A text of its own. */
  public static CellText of(String text) {
    CellText cell = new CellText();
    cell.set(text);
    return cell;
  }

  void set(char[] buffer, int offset, int count) {
    int from = offset;
    int to = offset + count;
    while (from < to && blank(buffer[from])) {
      from++;
    }
    while (from < to && blank(buffer[to - 1])) {
      to--;
    }
    length = to - from;
    if (length > chars.length) {
      chars = new char[Math.max(length, 2 * chars.length)];
    }
    System.arraycopy(buffer, from, chars, 0, length);
  }

  void set(String text) {
    set(text.toCharArray(), 0, text.length());
  }

  void clear() {
    length = 0;
  }

  /** Whether these are its characters. */
  public boolean is(char[] other) {
    return Arrays.equals(chars, 0, length, other, 0, other.length);
  }

  /** A number that equal texts share. */
  public int hash() {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + chars[i];
    }
    return hash ^ (hash >>> 15);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return toString().substring(start, end);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }

  /** Whether nothing in the text can be seen. */
  static boolean blank(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (!blank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the character cannot be seen: blanks of every width, and marks of none. */
  static boolean blank(char c) {
    return c <= ' ' || (c >= '\u00a0' && rareBlank(c));
  }

  private static boolean rareBlank(char c) {
    return c == '\u00a0'
        || (c >= '\u2000' && c <= '\u200b')
        || c == '\u202f'
        || c == '\u205f'
        || c == '\u3000'
        || c == '\ufeff';
  }
}

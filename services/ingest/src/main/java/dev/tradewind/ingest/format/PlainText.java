package dev.tradewind.ingest.format;

/**
 * What a text stands for that was typed with full-width signs, or that a spreadsheet kept from
 * being taken for a number.
 */
public final class PlainText {
  private static final char FIRST_WIDE = '\uff01';
  private static final char LAST_WIDE = '\uff5e';
  private static final int WIDE_TO_PLAIN = FIRST_WIDE - '!';

  private PlainText() {}

  /**
   * The text without {@code ="…"} or a leading apostrophe, its full-width signs as plain ones, and
   * every run of white space as one blank, none at the ends. Returns what it was given if there is
   * nothing to do.
   */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (CellText.blank(c)) {
        if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
          plain.append(' ');
        }
      } else {
        plain.append(c >= FIRST_WIDE && c <= LAST_WIDE ? (char) (c - WIDE_TO_PLAIN) : c);
      }
    }
    String bare = unwrapped(plain.toString().strip());
    return bare.equals(text) ? text : bare;
  }

  private static String unwrapped(String text) {
    if (text.length() > 3 && text.startsWith("=\"") && text.endsWith("\"")) {
      return text.substring(2, text.length() - 1).strip();
    }
    return text.length() > 1 && text.charAt(0) == '\'' ? text.substring(1).strip() : text;
  }
}

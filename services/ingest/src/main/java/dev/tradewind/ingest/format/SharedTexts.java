package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import java.io.IOException;
import java.util.Arrays;

/** The texts that a workbook's cells share, side by side in one piece of memory. */
final class SharedTexts {
  private static final int MOST_CHARACTERS = 16 << 20;
  private static final int MOST_TEXTS = 2 << 20;

  private final StringBuilder characters = new StringBuilder();
  private int[] ends = new int[1 << 8];
  private int count;

  private SharedTexts() {}

  /**
   * Reads them.
   *
   * @throws UnreadableException if they are too many to be held
   */
  static SharedTexts read(Archive archive, WorkbookIndex index) throws IOException {
    SharedTexts texts = new SharedTexts();
    if (!index.sharedTexts().isEmpty()) {
      SheetTexts text = new SheetTexts("si");
      SheetXml.walk(
          archive,
          index.sharedTexts(),
          xml -> {
            if (text.takes(xml)) {
              texts.add(text.text());
            }
          });
    }
    return texts;
  }

  private void add(CharSequence text) throws UnreadableException {
    if (count >= MOST_TEXTS || characters.length() + text.length() > MOST_CHARACTERS) {
      throw new UnreadableException(
          ProblemCode.TOO_LARGE_SHEET, "the workbook holds more different texts than can be read");
    }
    characters.append(text);
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    ends[count++] = characters.length();
  }

  /**
   * The text of that number.
   *
   * @throws UnreadableException if there is none
   */
  String get(String number) throws UnreadableException {
    int place = number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1;
    if (place < 0 || place >= count) {
      throw new UnreadableException(
          ProblemCode.MALFORMED_FILE, "a cell refers to a text that is not there");
    }
    return characters.substring(place == 0 ? 0 : ends[place - 1], ends[place]);
  }
}

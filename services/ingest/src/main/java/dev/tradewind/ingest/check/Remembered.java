package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.CellText;
import org.jspecify.annotations.Nullable;

/** What texts were found to stand for, so that a text that comes again is only compared. */
final class Remembered<V> {
  private static final int SMALLEST = 64;

  /** One thing may be written in any number of ways; beyond these they are looked up each time. */
  private static final int MOST = 100_000;

  private char[] @Nullable [] texts = new char[SMALLEST][];
  private @Nullable Object[] values = new Object[SMALLEST];
  private int size;

  /** What the text stands for, or null if it is new. */
  @SuppressWarnings("unchecked") // Only a V is ever put there.
  @Nullable V get(CellText text) {
    return (V) values[slot(text)];
  }

  /** How many texts are remembered. */
  int size() {
    return size;
  }

  void put(CellText text, V value) {
    if (size >= MOST) {
      return;
    }
    if (size >= texts.length / 2) {
      grow();
    }
    int slot = slot(text);
    if (texts[slot] == null) {
      texts[slot] = text.toString().toCharArray();
      size++;
    }
    values[slot] = value;
  }

  private int slot(CellText text) {
    int slot = text.hash() & (texts.length - 1);
    char[] there = texts[slot];
    while (there != null && !text.is(there)) {
      slot = (slot + 1) & (texts.length - 1);
      there = texts[slot];
    }
    return slot;
  }

  @SuppressWarnings("unchecked") // Only a V is ever put there.
  private void grow() {
    char[] @Nullable [] oldTexts = texts;
    @Nullable Object[] oldValues = values;
    texts = new char[oldTexts.length * 2][];
    values = new Object[oldTexts.length * 2];
    size = 0;
    for (int i = 0; i < oldTexts.length; i++) {
      char[] text = oldTexts[i];
      Object value = oldValues[i];
      if (text != null && value != null) {
        put(CellText.of(String.valueOf(text)), (V) value);
      }
    }
  }
}

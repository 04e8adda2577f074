package dev.tradewind.ingest.format;

/** Collects the text of an element, of its runs too, but not of what only helps to pronounce it. */
final class SheetTexts {
  private final String element;
  private final StringBuilder text = new StringBuilder();
  private boolean inside;
  private boolean inText;
  private boolean phonetic;

  SheetTexts(String element) {
    this.element = element;
  }

  /** Takes an event; whether it ends the element. */
  boolean takes(SheetXml xml) throws UnreadableException {
    if (xml.isStart(element)) {
      inside = true;
      text.setLength(0);
    } else if (xml.isEnd(element)) {
      inside = false;
      return true;
    } else if (inside) {
      phonetic = xml.isStart("rPh") || (phonetic && !xml.isEnd("rPh"));
      inText = xml.isStart("t") || (inText && !xml.isEnd("t"));
      if (inText && !phonetic) {
        xml.appendTo(text);
      }
    }
    return false;
  }

  String text() {
    return text.toString();
  }
}

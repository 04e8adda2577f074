package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a sheet, one after the other. */
final class SheetRows implements AutoCloseable {
  private static final int MOST_ROWS = 1 << 20;

  private final SheetXml xml;
  private final SharedTexts shared;
  private final int maxColumns;
  private final SheetTexts inline = new SheetTexts("is");
  private final StringBuilder value = new StringBuilder();
  private final List<String> cells = new ArrayList<>();
  private final List<Boolean> numbers = new ArrayList<>();
  private int number;
  private int column;
  private String type = "";
  private boolean inValue;

  SheetRows(Archive archive, WorkbookIndex.Sheet sheet, SharedTexts shared, int maxColumns)
      throws IOException {
    this.xml = SheetXml.open(archive, sheet.entry());
    this.shared = shared;
    this.maxColumns = maxColumns;
  }

  /** Goes to the next row, if there is one. */
  boolean next() throws IOException {
    cells.clear();
    numbers.clear();
    column = -1;
    while (xml.next()) {
      if (xml.isStart("row")) {
        beginRow();
      } else if (xml.isEnd("row")) {
        return true;
      } else if (xml.isStart("c")) {
        beginCell();
      } else if (xml.isEnd("c")) {
        endCell();
      } else {
        inCell();
      }
    }
    return false;
  }

  private void beginRow() throws UnreadableException {
    String stated = xml.attribute("r");
    int next = stated.isEmpty() ? number + 1 : number(stated);
    if (next <= number || next > MOST_ROWS) {
      throw new UnreadableException(ProblemCode.MALFORMED_FILE, "the rows are not in order");
    }
    number = next;
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : -1;
  }

  private void beginCell() throws UnreadableException {
    String place = xml.attribute("r");
    int next = place.isEmpty() ? column + 1 : column(place);
    if (next <= column) {
      throw new UnreadableException(
          ProblemCode.MALFORMED_FILE, "the cells of row %d are not in order".formatted(number));
    }
    if (next >= maxColumns) {
      throw new UnreadableException(
          ProblemCode.TOO_MANY_COLUMNS,
          "row %d has more than %,d columns".formatted(number, maxColumns));
    }
    column = next;
    type = xml.attribute("t");
    value.setLength(0);
  }

  /** The column in a place such as {@code BC12}, from 0. */
  private static int column(String place) {
    int result = 0;
    for (int i = 0; i < place.length() && i < 4; i++) {
      char c = place.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      result = result * 26 + (c - 'A' + 1);
    }
    return result - 1;
  }

  private void inCell() throws UnreadableException {
    if (inline.takes(xml)) {
      value.append(inline.text());
    }
    inValue = xml.isStart("v") || (inValue && !xml.isEnd("v"));
    if (inValue) {
      xml.appendTo(value);
    }
  }

  private void endCell() throws UnreadableException {
    if (value.isEmpty()) {
      return;
    }
    boolean isNumber = type.isEmpty() || type.equals("n");
    String text = type.equals("s") ? shared.get(value.toString()) : value.toString();
    if (CellText.blank(text)) {
      return;
    }
    while (cells.size() <= column) {
      cells.add("");
      numbers.add(false);
    }
    cells.set(column, text);
    numbers.set(column, isNumber);
  }

  /** The row's number in the sheet, from 1. */
  int number() {
    return number;
  }

  /** How many cells it has up to the last that is not empty. */
  int width() {
    return cells.size();
  }

  boolean isEmpty() {
    return cells.isEmpty();
  }

  String text(int place) {
    return cells.get(place);
  }

  /** Whether the cell holds a number and not a text. */
  boolean isNumber(int place) {
    return numbers.get(place);
  }

  /** All cells. */
  List<String> texts() {
    return List.copyOf(cells);
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}

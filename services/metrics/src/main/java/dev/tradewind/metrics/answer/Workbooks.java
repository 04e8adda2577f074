package dev.tradewind.metrics.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tables as XLSX: what is a number in the table is a number in the sheet, all else is text. */
final class Workbooks {
  /** A spreadsheet's own precision: more digits would silently be rounded. */
  private static final int DIGITS = 15;

  private static final int LONGEST_CELL = 32_767;

  private Workbooks() {}

  static byte[] of(CsvTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Tradewind", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Tradewind");
      int line = 0;
      for (List<String> row : table.rows()) {
        for (int column = 0; column < row.size(); column++) {
          write(sheet, line, column, row.get(column), line > 0 && table.numeric(column));
        }
        line++;
      }
      sheet.freezePane(0, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Worksheet sheet, int line, int column, String field, boolean number) {
    if (field.isEmpty()) {
      return;
    }
    if (number && CsvTable.NUMBER.matcher(field).matches()) {
      BigDecimal value = new BigDecimal(field);
      if (value.precision() <= DIGITS) {
        sheet.value(line, column, value);
        return;
      }
    }
    sheet.value(
        line, column, field.length() > LONGEST_CELL ? field.substring(0, LONGEST_CELL) : field);
  }
}

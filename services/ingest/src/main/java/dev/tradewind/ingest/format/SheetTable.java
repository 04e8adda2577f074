package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Hands over the rows of a sheet, and undoes what spreadsheets do to codes, months and amounts. */
final class SheetTable {
  /** Spreadsheets compute with so many digits; what is written beyond them is noise. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

  private final TableHeader header;
  private final LocalDate epoch;
  private final RowSink sink;
  private final RowBuffer row = new RowBuffer();
  private boolean zeroReported;

  SheetTable(TableHeader header, boolean since1904, RowSink sink) {
    this.header = header;
    this.epoch = since1904 ? EPOCH_1904 : EPOCH;
    this.sink = sink;
  }

  void row(SheetRows rows) {
    if (rows.isEmpty()) {
      return;
    }
    if (rows.width() > header.width()) {
      sink.problem(
          ProblemCode.ROW_SHAPE,
          (long) rows.number(),
          null,
          null,
          "the row has %d cells where %d are expected".formatted(rows.width(), header.width()));
      return;
    }
    row.clear(rows.number());
    for (int i = 0; i < rows.width() && i < header.dimensions().size(); i++) {
      Dimension dimension = header.dimensions().get(i);
      if (dimension != null) {
        row.get(dimension).set(text(dimension, rows.text(i), rows.isNumber(i)));
      }
    }
    sink.row(row);
  }

  private String text(Dimension dimension, String text, boolean number) {
    if (!number) {
      return text;
    }
    BigDecimal value = decimal(text);
    if (value == null) {
      return text;
    }
    String plain = value.toPlainString();
    return switch (dimension) {
      case PERIOD -> plain.matches("\\d{5}") ? month(plain) : plain;
      case PRODUCT ->
          plain.matches("\\d{1,7}") && plain.length() % 2 == 1 ? withZero(plain) : plain;
      default -> plain;
    };
  }

  private static @Nullable BigDecimal decimal(String text) {
    if (text.length() > 40) {
      return null;
    }
    try {
      BigDecimal value = new BigDecimal(text).round(DIGITS);
      if (Math.abs((long) value.scale()) > 40) {
        return null;
      }
      BigDecimal plain = value.stripTrailingZeros();
      return plain.scale() < 0 ? plain.setScale(0) : plain;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Months have six digits, so a number of five is a day as spreadsheets count them. */
  private String month(String days) {
    return YearMonth.from(epoch.plusDays(Long.parseLong(days))).toString();
  }

  /** HS codes have an even number of digits, so a number of an odd one has lost its zero. */
  private String withZero(String code) {
    if (!zeroReported) {
      zeroReported = true;
      sink.problem(
          ProblemCode.LEADING_ZERO,
          row.line(),
          header.header().name(Dimension.PRODUCT),
          code,
          "the code was stored as a number; it was read as 0" + code);
    }
    return "0" + code;
  }
}

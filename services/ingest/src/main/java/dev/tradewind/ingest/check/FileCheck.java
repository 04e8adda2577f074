package dev.tradewind.ingest.check;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.Header;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.format.RowSink;
import dev.tradewind.ingest.problem.Problem;
import dev.tradewind.ingest.problem.ProblemCode;
import dev.tradewind.ingest.sort.CellKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the rows of one file and hands the good ones on as cells. */
final class FileCheck implements RowSink {
  /** The customs site cuts every download there. */
  private static final int SITE_LIMIT = 10_000;
  private static final int FIRST_ROWS = 10;


  private final SubmissionCheck submission;
  private final String name;
  private final int number;
  private final CheckOptions options;
  private final Observed observed = new Observed();
  private final ProductColumn products = new ProductColumn(this::report);
  private @Nullable Columns columns;
  private @Nullable String currency;
  private long rows;
  private long repeated;
  private @Nullable Repeat firstRepeat;
  private final List<FileReport.FirstRow> firstRows = new ArrayList<>();
  private final HsEditions editions = new HsEditions(this::report);

  private record Repeat(long line, String product) {}

  private record Columns(
      Header header, PeriodColumn periods, RegionColumn regions, PartnerColumn partners) {}

  FileCheck(SubmissionCheck submission, String name, int number, CheckOptions options) {
    this.submission = submission;
    this.name = name;
    this.number = number;
    this.options = options;
  }

  @Override
  public void header(Header header) {
    currency = header.currency();
    submission.currency(this, header);
    if (!header.has(Dimension.PERIOD) && options.period() == null) {
      problem(
          ProblemCode.MISSING_PERIOD, null, null, null, "the file does not say which month it is");
    }
    columns =
        new Columns(
            header,
            new PeriodColumn(header, options.period(), this::report),
            new RegionColumn(header, options.coverage(), this::report),
            new PartnerColumn(header, options.coverage(), this::report));
  }

  @Override
  public void row(RawRow row) {
    Columns c = columns;
    if (c == null) {
      throw new IllegalStateException("a row came before the header");
    }
    count();
    int month = c.periods.read(row);
    int product = products.read(row);
    int region = c.regions.read(row);
    int partner = c.partners.read(row, month);
    long value = value(row);
    boolean placed = month >= 0 && product >= 0 && region >= 0 && partner >= 0;
    if (placed && value >= 0) {
      observed.row(month, region, partner);
      editions.check(row, product, month);
      cell(row, CellKey.of(region, month, product, partner, number), value);
      if (firstRows.size() < FIRST_ROWS) {
        firstRows.add(firstRow(row, region, month, partner, value));
      }
    } else {
      observed.uncertain(month);
      if (placed) {
        // The other rows of the cell are only a part of its sum.
        submission.discard(CellKey.of(region, month, product, partner, number));
      }
    }
  }

  private void cell(RawRow row, long key, long value) {
    String mode = row.get(Dimension.TRADE_MODE);
    try {
      boolean again = submission.add(key, mode, value);
      if (again && mode.isEmpty()) {
        repeated++;
        if (firstRepeat == null) {
          firstRepeat = new Repeat(row.line(), row.get(Dimension.PRODUCT));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ArithmeticException e) {
      report(
          ProblemCode.VALUE_TOO_LARGE,
          row,
          Dimension.VALUE,
          row.get(Dimension.VALUE),
          "all values together are too large to be true");
    }
  }

  private static FileReport.FirstRow firstRow(
      RawRow row, int region, int month, int partner, long value) {
    return new FileReport.FirstRow(
        row.line(),
        Months.month(month).toString(),
        CodeBook.region(region),
        CodeBook.partner(partner),
        row.get(Dimension.PRODUCT),
        row.get(Dimension.TRADE_MODE),
        Amount.text(value));
  }

  private long value(RawRow row) {
    String text = row.get(Dimension.VALUE);
    long value = Amount.parse(text);
    if (value < 0) {
      ProblemCode code =
          value == Amount.NEGATIVE
              ? ProblemCode.NEGATIVE_VALUE
              : value == Amount.TOO_MANY_DECIMALS
                  ? ProblemCode.TOO_MANY_DECIMALS
                  : value == Amount.TOO_LARGE
                      ? ProblemCode.VALUE_TOO_LARGE
                      : ProblemCode.NOT_A_NUMBER;
      report(code, row, Dimension.VALUE, text, "'" + text + "' is " + phrase(code));
    }
    return value;
  }

  private static String phrase(ProblemCode code) {
    return switch (code) {
      case NEGATIVE_VALUE -> "negative";
      case TOO_MANY_DECIMALS -> "given with more than two decimals";
      case VALUE_TOO_LARGE -> "larger than any row can be";
      default -> "not a number";
    };
  }

  private void count() {
    rows++;
    submission.countRow();
  }

  private void report(
      ProblemCode code, RawRow row, Dimension dimension, String value, String message) {
    Columns c = columns;
    String column = c == null ? null : c.header.name(dimension);
    submission.problem(new Problem(name, row.line(), column, value, code, message));
  }

  @Override
  public void problem(
      ProblemCode code,
      @Nullable Long line,
      @Nullable String column,
      @Nullable String value,
      String message) {
    if (code.leavesRowOut()) {
      count();
      observed.uncertain(-1);
    }
    submission.problem(new Problem(name, line, column, value, code, message));
  }

  /** Ends the file. */
  FileReport finish(@Nullable String format, @Nullable String encoding) {
    if (columns != null && rows == 0) {
      problem(ProblemCode.NO_ROWS, null, null, null, "the file has a header and no rows");
    }
    if (rows == SITE_LIMIT && !observed.isEmpty()) {
      problem(
          ProblemCode.ROW_LIMIT,
          null,
          null,
          null,
          "the file has exactly 10,000 rows, so it was probably cut; of %s only the listed rows count"
              .formatted(observed.lastMonth()));
      observed.cut();
    }
    reportRepeats();
    CoverageBox box =
        observed.isEmpty() ? null : observed.box(name, products.codes(), options.coverage());
    Columns c = columns;
    return new FileReport(
        number,
        format,
        encoding,
        currency,
        rows,
        box,
        c == null ? Map.of() : Map.copyOf(c.header.columns()),
        List.copyOf(firstRows));
  }

  private void reportRepeats() {
    Repeat first = firstRepeat;
    if (first != null) {
      problem(
          ProblemCode.SUMMED_ROWS,
          first.line,
          null,
          first.product,
          "%d rows or more repeat the cell of an earlier row, the first on this line; they were added up"
              .formatted(repeated));
    }
  }

  /** Whether the file tells trade modes apart. */
  boolean tellsTradeModes() {
    Columns c = columns;
    return c != null && c.header.has(Dimension.TRADE_MODE);
  }

  /** The months of its good rows. */
  BitSet months() {
    return observed.months();
  }

  String name() {
    return name;
  }

  /** The HS codes that the file has. */
  Set<String> products() {
    return products.codes();
  }

  /** The line on which an HS code came first. */
  long firstLine(String product) {
    return products.firstLine(product);
  }
}

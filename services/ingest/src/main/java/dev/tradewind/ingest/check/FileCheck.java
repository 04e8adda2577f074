package dev.tradewind.ingest.check;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.ingest.format.CellText;
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
  private static final int FIRST_ROWS = 10;

  private final SubmissionCheck submission;
  private final String name;
  private final int number;
  private final CheckOptions options;
  private final Observed observed = new Observed();
  private @Nullable Columns columns;
  private @Nullable String currency;
  private final List<FileReport.FirstRow> firstRows = new ArrayList<>();
  private final HsEditions editions = new HsEditions(this::report);
  private long rows;
  private long repeated;
  private @Nullable Repeat firstRepeat;
  private boolean provisional;
  private boolean rejected;

  private record Repeat(long line, String product) {}

  private record Columns(
      Header header,
      StatementColumns statements,
      @Nullable CurrencyColumn currencies,
      StatusColumn statuses,
      PeriodColumn periods,
      ProductColumn products,
      RegionColumn regions,
      SeriesKind kind,
      PartnerColumn partners,
      ValueColumn values,
      QuantityColumn quantities) {}

  /**
   * A check that has seen nothing of the file.
   *
   * @param number of the file among all files of the submission, those in archives too
   */
  FileCheck(SubmissionCheck submission, String name, int number, CheckOptions options) {
    this.submission = submission;
    this.name = name;
    this.number = number;
    this.options = options;
  }

  @Override
  public void header(Header header) {
    boolean stated = header.has(Dimension.CURRENCY);
    if (!stated) {
      currency(header);
    }
    if (!header.has(Dimension.PERIOD) && options.period() == null) {
      problem(
          ProblemCode.MISSING_PERIOD, null, null, null, "the file does not say which month it is");
    }
    RowReporter reporter = this::report;
    Repairs repairs = new Repairs(reporter);
    NumberHabit numbers = new NumberHabit(header.semicolons(), repairs, reporter);
    columns =
        new Columns(
            header,
            new StatementColumns(header, repairs, reporter),
            stated
                ? new CurrencyColumn(
                    code -> found(code, header.name(Dimension.CURRENCY)), repairs, reporter)
                : null,
            new StatusColumn(header, reporter),
            new PeriodColumn(header, options.period(), repairs, reporter),
            new ProductColumn(repairs, reporter),
            new RegionColumn(header, options.coverage(), repairs, reporter),
            new SeriesKind(header, reporter),
            new PartnerColumn(header, options.coverage(), repairs, reporter),
            new ValueColumn(numbers, reporter),
            new QuantityColumn(header, submission::unit, numbers, reporter));
  }

  /**
   * No row states the currency: the header does, or the sender, or all files of the kind share it.
   */
  private void currency(Header header) {
    String code = header.currency();
    String usual = header.usualCurrency();
    if (code != null) {
      found(code, header.name(Dimension.VALUE));
    } else if (options.currency() != null) {
      found(options.currency(), null);
    } else if (usual != null) {
      problem(
          ProblemCode.ASSUMED_CURRENCY,
          1L,
          null,
          null,
          "the file does not say its currency; it was taken to be " + usual);
      found(usual, null);
    } else {
      problem(ProblemCode.MISSING_CURRENCY, 1L, null, null, "the file does not say its currency");
    }
  }

  private void found(String code, @Nullable String column) {
    currency = code;
    submission.currency(this, code, column);
  }

  @Override
  public void row(RawRow row) {
    Columns c = columns;
    if (c == null) {
      throw new IllegalStateException("a row came before the header");
    }
    count();
    boolean taken = c.statements.take(row);
    taken &= c.currencies == null || c.currencies.read(row);
    StatusColumn.Status status = c.statuses.read(row);
    int month = c.periods.read(row);
    int region = c.regions.read(row);
    boolean reference = region == CodeBook.NATION;
    taken &= c.kind.takes(region, row);
    int product = c.products.read(row, reference);
    int partner = c.partners.read(row, month, reference);
    long value = status == StatusColumn.Status.MISSING ? -1 : c.values.read(row);
    boolean placed = month >= 0 && product >= 0 && region >= 0 && partner >= 0;
    if (placed && value >= 0 && taken && status != StatusColumn.Status.BAD) {
      observed.row(month, region, partner);
      editions.check(row, product, month);
      provisional |= status == StatusColumn.Status.PROVISIONAL;
      long key = CellKey.of(region, month, product, partner, number);
      cell(row, product, key, value, c.quantities.read(row));
      if (firstRows.size() < FIRST_ROWS) {
        firstRows.add(firstRow(row, region, month, partner, product, value));
      }
    } else {
      observed.uncertain(month);
      if (placed) {
        // The other rows of the cell are only a part of its sum.
        submission.discard(CellKey.of(region, month, product, partner, number), this);
      }
    }
  }

  private void cell(RawRow row, int product, long key, long value, long measure) {
    CellText mode = row.get(Dimension.TRADE_MODE);
    try {
      boolean again = submission.add(key, mode, value, measure);
      if (again && mode.isEmpty()) {
        repeated++;
        if (firstRepeat == null) {
          firstRepeat = new Repeat(row.line(), CellKey.code(product));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ArithmeticException e) {
      report(
          ProblemCode.VALUE_TOO_LARGE,
          row,
          Dimension.VALUE,
          row.get(Dimension.VALUE).toString(),
          "all values together are too large to be true");
    }
  }

  private static FileReport.FirstRow firstRow(
      RawRow row, int region, int month, int partner, int product, long value) {
    return new FileReport.FirstRow(
        row.line(),
        Months.month(month).toString(),
        CodeBook.region(region),
        CodeBook.partner(partner),
        CellKey.code(product),
        row.get(Dimension.TRADE_MODE).toString(),
        Amount.text(value));
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
    rejected |= code.rejectsFile();
    submission.problem(new Problem(name, line, column, value, code, message));
  }

  /**
   * Ends the file.
   *
   * @param sent the number of the file that it was sent in
   */
  FileReport finish(int sent, @Nullable String format, @Nullable String encoding) {
    Columns c = columns;
    if (c != null && rows == 0 && !rejected) {
      problem(ProblemCode.NO_ROWS, null, null, null, "the file has a header and no rows");
    }
    if (c != null && c.header.rowLimits().contains(rows) && !observed.isEmpty()) {
      problem(
          ProblemCode.ROW_LIMIT,
          null,
          null,
          null,
          "the file has exactly %,d rows, so it was probably cut; of %s only the listed rows count"
              .formatted(rows, observed.lastMonth()));
      observed.cut();
    }
    reportRepeats();
    List<CoverageBox> coverage =
        observed.isEmpty() ? List.of() : List.of(observed.box(name, codes(), options.coverage()));
    return new FileReport(
        sent,
        format,
        encoding,
        currency,
        rows,
        coverage,
        provisional,
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

  /** Whether something is wrong with the file as a whole. */
  boolean rejected() {
    return rejected;
  }

  /** The HS codes that the file adds up; none of a reference series, which is never added. */
  Set<String> products() {
    return observed.reference() ? Set.of() : codes();
  }

  private Set<String> codes() {
    Columns c = columns;
    return c == null ? Set.of() : c.products.codes();
  }

  /** The line on which an HS code came first. */
  long firstLine(String product) {
    Columns c = columns;
    return c == null ? 0 : c.products.firstLine(product);
  }
}

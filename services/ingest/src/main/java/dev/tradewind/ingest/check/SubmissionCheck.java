package dev.tradewind.ingest.check;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.ingest.format.CellText;
import dev.tradewind.ingest.format.ExportFormat;
import dev.tradewind.ingest.format.Formats;
import dev.tradewind.ingest.format.Head;
import dev.tradewind.ingest.format.Parts;
import dev.tradewind.ingest.format.Source;
import dev.tradewind.ingest.format.UnreadableException;
import dev.tradewind.ingest.problem.Problem;
import dev.tradewind.ingest.problem.ProblemCode;
import dev.tradewind.ingest.problem.Problems;
import dev.tradewind.ingest.problem.Severity;
import dev.tradewind.ingest.sort.CellKey;
import dev.tradewind.ingest.sort.CellSorter;
import dev.tradewind.ingest.sort.Cells;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks the files of one submission, each read once, and keeps the good rows as sorted cells.
 * Memory does not grow with the files.
 */
public final class SubmissionCheck implements AutoCloseable {
  /** Bad cells are remembered one by one, so their number is bounded. */
  private static final int MOST_DISCARDED = 200_000;

  /** So many rows, even of one product and province, are hardly ever of one trade mode. */
  private static final int ROWS_THAT_MIX_MODES = 30;

  private record FirstSeen(String file, long line) {}

  private final CheckOptions options;
  private final LongConsumer progress;
  private final Problems problems;
  private final CellSorter sorter;
  private final TradeModes modes = new TradeModes();
  private final List<FileReport> files = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Map<String, FirstSeen> products = new HashMap<>();
  private final BitSet months = new BitSet();
  private @Nullable String currency;
  private boolean allTellTradeModes = true;
  private @Nullable String tradeMode;
  private long rows;
  private long goodRows;
  private long total;
  private int discarded;
  private boolean stopped;

  /**
   * A check that has seen no file.
   *
   * @param progress hears of the number of rows now and then, and may stop the check by throwing
   */
  public SubmissionCheck(CheckOptions options, LongConsumer progress) {
    this.options = options;
    this.progress = progress;
    this.problems = new Problems(options.limits().keptProblems(), options.severities());
    this.sorter = new CellSorter(options.limits().keysInMemory(), options.limits().folder());
  }

  /**
   * Reads the next file, or those in it if it is an archive.
   *
   * @param name for reports
   * @param stored its bytes as they were sent
   * @throws IOException if the storage fails
   */
  public void file(String name, InputStream stored) throws IOException {
    List<FileReport> parts = new ArrayList<>();
    CheckOptions.Limits limits = options.limits();
    try {
      Parts.read(
          name,
          stored,
          limits.reading(),
          limits.folder(),
          (part, opening) -> {
            if (!stopped) {
              parts.add(part(part, opening));
            }
          });
    } catch (UnreadableException e) {
      parts.add(
          part(
              name,
              () -> {
                throw e;
              }));
    }
    files.add(
        parts.stream().reduce(FileReport::and).orElseGet(() -> FileReport.nothing(files.size())));
  }

  private FileReport part(String name, Parts.Opening opening) throws IOException {
    FileCheck file = new FileCheck(this, name, names.size(), options);
    names.add(name);
    ExportFormat format = null;
    String encoding = null;
    try (Source source = opening.open()) {
      if (names.size() > CellKey.MAX_FILES) {
        throw new UnreadableException(
            ProblemCode.TOO_MANY_FILES, "there are more than " + CellKey.MAX_FILES + " files");
      }
      Head head = source.head();
      format = Formats.detect(head).orElse(null);
      if (format == null) {
        reportUnknown(file, head);
      } else {
        format.read(source, file);
        if (!file.rejected()) {
          source.drain();
        }
        encoding = source.encoding();
      }
    } catch (UnreadableException e) {
      stopped |= e.code() == ProblemCode.TOO_MANY_FILES;
      file.problem(e.code(), null, null, null, sentence(e));
    } catch (TooManyRowsException e) {
      stopped = true;
      file.problem(ProblemCode.TOO_MANY_ROWS, null, null, null, sentence(e));
    }
    months.or(file.months());
    allTellTradeModes &= file.tellsTradeModes();
    for (String product : file.products()) {
      products.putIfAbsent(product, new FirstSeen(name, file.firstLine(product)));
    }
    return file.finish(files.size(), format == null ? null : format.id(), encoding);
  }

  private static void reportUnknown(FileCheck file, Head head) {
    if (head.isEmpty()) {
      file.problem(ProblemCode.NO_ROWS, 1L, null, null, "the file is empty");
      return;
    }
    String foreign = head.foreign();
    file.problem(
        ProblemCode.UNKNOWN_FORMAT,
        1L,
        null,
        foreign == null ? head.firstLine() : null,
        foreign == null
            ? "the first line is no header that is known"
            : "the file is " + foreign + ", which is not read");
  }

  private static String sentence(Exception e) {
    return e.getMessage() == null ? "the file cannot be read" : e.getMessage();
  }

  /** Ends the check, without looking at the past. */
  public CheckReport finish() throws IOException {
    return finish(Review.NONE);
  }

  /** Ends the check; what passes it is compared with the past. */
  public CheckReport finish(Review review) throws IOException {
    progress.accept(rows);
    reportMixedLevels();
    reportTradeModes();
    reportMissingMonths();
    if (!problems.fileRejected() && names.size() > 1) {
      reportOverlaps();
    }
    if (!problems.fileRejected() && problems.overflowed()) {
      problem(
          new Problem(
              names.get(0),
              null,
              null,
              null,
              ProblemCode.TOO_MANY_PROBLEMS,
              problems.rowsLeftOut() + " rows are bad"));
    }
    if (!rejected() && files.stream().allMatch(file -> file.coverage().isEmpty())) {
      problem(
          new Problem(names.get(0), null, null, null, ProblemCode.NO_ROWS, "there is no good row"));
    }
    String known = currency;
    if (!rejected() && known != null) {
      List<CoverageBox> coverage =
          files.stream().flatMap(file -> file.coverage().stream()).toList();
      review.review(known, List.copyOf(names), coverage, sorter::cells, this::problem);
    }
    boolean rejected = rejected();
    return new CheckReport(
        rejected ? rejection() : null,
        currency,
        files,
        rows,
        problems.kept(),
        problems.errors(),
        problems.warnings());
  }

  private boolean rejected() {
    return problems.fileRejected() || (!options.lenient() && problems.errors() > 0);
  }

  /** Sums of some trade modes are no totals, and must never take the place of totals. */
  private void reportTradeModes() {
    DeclaredCoverage.Codes declared = options.coverage().modes();
    if (declared != null && !declared.all()) {
      reportTradeModes(
          String.join(", ", declared.listed()),
          "the sender says that only the trade modes %s are in it: these are no totals"
              .formatted(String.join(", ", declared.listed())));
    } else if (declared == null
        && allTellTradeModes
        && modes.count() == 1
        && goodRows >= ROWS_THAT_MIX_MODES) {
      reportTradeModes(
          tradeMode,
          "all %d rows are of the one trade mode '%s', so the query was probably limited to it"
              .formatted(goodRows, tradeMode));
    }
  }

  private void reportTradeModes(@Nullable String value, String message) {
    problem(new Problem(names.get(0), null, null, value, ProblemCode.TRADE_MODE_FILTER, message));
  }

  /** A month between others that no file has is a hole: probably a file was forgotten. */
  private void reportMissingMonths() {
    if (months.isEmpty()) {
      return;
    }
    BitSet missing = new BitSet();
    missing.set(months.nextSetBit(0), months.length());
    missing.andNot(months);
    if (!missing.isEmpty()) {
      String list =
          missing.stream()
              .limit(24)
              .mapToObj(month -> Months.month(month).toString())
              .collect(Collectors.joining(", "));
      problem(
          new Problem(
              names.get(0),
              null,
              null,
              list,
              ProblemCode.MISSING_MONTHS,
              "%d months between the first and the last are not there: %s"
                  .formatted(missing.cardinality(), list)));
    }
  }

  private String rejection() {
    String first =
        problems.kept().stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .findFirst()
            .map(problem -> problem.code().id() + ": " + problem.message())
            .orElse("see the problems");
    return problems.errors() == 1 ? first : problems.errors() + " problems, the first is " + first;
  }

  private void reportMixedLevels() {
    for (Map.Entry<String, FirstSeen> entry : products.entrySet()) {
      String product = entry.getKey();
      for (int length = 2; length < product.length(); length += 2) {
        String heading = product.substring(0, length);
        if (products.containsKey(heading)) {
          problem(
              new Problem(
                  entry.getValue().file,
                  entry.getValue().line,
                  null,
                  product,
                  ProblemCode.MIXED_HS_LEVELS,
                  product + " is part of " + heading + ", which is there too"));
          break;
        }
      }
    }
  }

  private void reportOverlaps() throws IOException {
    try (Cells cells = sorter.cells()) {
      while (cells.next()) {
        int file = cells.overlappingFile();
        if (file >= 0) {
          problem(
              new Problem(
                  names.get(file),
                  null,
                  null,
                  "%s %s %s %s"
                      .formatted(
                          CodeBook.region(cells.region()),
                          Months.month(cells.month()),
                          CodeBook.partner(cells.partner()),
                          cells.product()),
                  ProblemCode.OVERLAP,
                  "the cell is also in " + names.get(cells.firstFile())));
        }
      }
    }
  }

  /** The cells of an accepted submission, in order; may be walked more than once. */
  public Cells cells() throws IOException {
    return sorter.cells();
  }

  /** Takes the currency of a file, and the column that states it. */
  void currency(FileCheck file, String code, @Nullable String column) {
    String declared = options.currency();
    if (declared != null && !declared.equals(code)) {
      file.problem(
          ProblemCode.CURRENCY_MISMATCH,
          1L,
          column,
          null,
          "the file is in " + code + ", declared is " + declared);
    }
    if (currency == null) {
      currency = code;
    } else if (!currency.equals(code)) {
      file.problem(
          ProblemCode.MIXED_CURRENCY,
          1L,
          column,
          null,
          "the file is in " + code + ", files before it are in " + currency);
    }
  }

  void countRow() {
    rows++;
    if (rows > options.limits().maxRows()) {
      throw new TooManyRowsException(options.limits().maxRows());
    }
    if (rows % 1000 == 0) {
      progress.accept(rows);
    }
  }

  /** Adds to a cell; whether it is known that an earlier row of the file had it. */
  boolean add(long key, CellText mode, long value, long measure) throws IOException {
    total = Math.addExact(total, value);
    goodRows++;
    if (tradeMode == null && !mode.isEmpty()) {
      tradeMode = mode.toString();
    }
    return sorter.add(key, modes.bit(mode), value, measure);
  }

  /** Leaves out a cell of which a row is bad or missing. */
  void discard(long key, FileCheck file) {
    if (discarded < MOST_DISCARDED) {
      discarded++;
      sorter.discard(key);
    } else if (discarded == MOST_DISCARDED) {
      discarded++;
      file.problem(
          ProblemCode.TOO_MANY_PROBLEMS,
          null,
          null,
          null,
          "more than %,d rows are bad or missing".formatted(MOST_DISCARDED));
    }
  }

  /** The number of a unit of quantities. */
  int unit(String name) {
    return sorter.unit(name);
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  @Override
  public void close() throws IOException {
    sorter.close();
  }
}

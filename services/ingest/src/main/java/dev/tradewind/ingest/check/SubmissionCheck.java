package dev.tradewind.ingest.check;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks the files of one submission, each read once, and keeps the good rows as sorted cells.
 * Memory does not grow with the files.
 */
public final class SubmissionCheck implements AutoCloseable {
  /** Bad cells are remembered one by one, so their number is bounded. */
  private static final int MOST_DISCARDED = 200_000;

  private record FirstSeen(String file, long line) {}

  private final CheckOptions options;
  private final LongConsumer progress;
  private final Problems problems;
  private final CellSorter sorter;
  private final TradeModes modes = new TradeModes();
  private final List<FileReport> files = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Map<String, FirstSeen> products = new HashMap<>();
  private @Nullable String currency;
  private long rows;
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
    this.problems = new Problems(options.limits().keptProblems());
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
          limits.maxRatio(),
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
        parts.stream()
            .reduce(FileReport::and)
            .orElseGet(() -> new FileReport(files.size(), null, null, null, 0, List.of(), false)));
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

  /** Ends the check. */
  public CheckReport finish() throws IOException {
    progress.accept(rows);
    reportMixedLevels();
    if (!problems.fileRejected() && files.size() > 1) {
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
              problems.errors() + " rows are bad"));
    }
    if ((options.lenient() || problems.errors() == 0)
        && !problems.fileRejected()
        && files.stream().allMatch(file -> file.coverage().isEmpty())) {
      problem(
          new Problem(names.get(0), null, null, null, ProblemCode.NO_ROWS, "there is no good row"));
    }
    boolean rejected = problems.fileRejected() || (!options.lenient() && problems.errors() > 0);
    return new CheckReport(
        rejected ? rejection() : null,
        currency,
        files,
        rows,
        problems.kept(),
        problems.errors(),
        problems.warnings());
  }

  private String rejection() {
    String first =
        problems.kept().stream()
            .filter(problem -> problem.code().severity() == Severity.ERROR)
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

  void add(long key, CellText mode, long value, long measure) throws IOException {
    total = Math.addExact(total, value);
    sorter.add(key, modes.bit(mode), value, measure);
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

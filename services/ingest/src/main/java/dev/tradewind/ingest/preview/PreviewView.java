package dev.tradewind.ingest.preview;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.ingest.check.Amount;
import dev.tradewind.ingest.check.CheckReport;
import dev.tradewind.ingest.check.CodeBook;
import dev.tradewind.ingest.check.FileReport;
import dev.tradewind.ingest.check.Months;
import dev.tradewind.ingest.current.Changes;
import dev.tradewind.ingest.current.SliceChange;
import dev.tradewind.ingest.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What would happen.
 *
 * @param accepted whether the files would be accepted
 * @param rejection why not, in one sentence
 * @param currency of all files
 * @param rows data rows of all files
 * @param provisional whether one of the files calls its figures so
 * @param counts how many errors and warnings there are
 * @param files what each file is
 * @param coverage what they would speak for
 * @param problems the first of them
 * @param change against the current data; null if the files would be rejected
 */
@Schema(name = "Preview", description = "What would happen if the files were sent.")
public record PreviewView(
    boolean accepted,
    @Nullable String rejection,
    @Nullable String currency,
    long rows,
    boolean provisional,
    Counts counts,
    List<File> files,
    List<CoverageBox> coverage,
    List<Check> problems,
    @Nullable Change change) {
  /** How many problems there are, listed or not. */
  @Schema(name = "PreviewCounts")
  public record Counts(long errors, long warnings) {}

  /**
   * A file.
   *
   * @param columns by dimension, the header that was taken for it
   * @param firstRows as they were understood
   */
  @Schema(name = "PreviewFile")
  public record File(
      String name,
      @Nullable String format,
      @Nullable String encoding,
      @Nullable String currency,
      long rows,
      Map<String, String> columns,
      List<Row> firstRows) {}

  /** A row as it was understood. */
  @Schema(name = "PreviewRow")
  public record Row(
      long line,
      String period,
      String region,
      String partner,
      String product,
      String tradeMode,
      String value) {}

  /** One thing that is wrong, or remarkable. */
  @Schema(name = "PreviewProblem")
  public record Check(
      String file,
      @Nullable Long line,
      @Nullable String column,
      @Nullable String value,
      String code,
      String severity,
      String message,
      String advice) {}

  /**
   * What would change.
   *
   * @param added cells that were unknown or zero
   * @param revised cells with another value
   * @param unchanged cells with the same value
   * @param ended cells that become zero: the files speak for them and do not list them
   * @param complete false if there was not time enough to compare all
   * @param items by region and month
   */
  @Schema(name = "PreviewChange")
  public record Change(
      long added, long revised, long unchanged, long ended, boolean complete, List<Slice> items) {}

  /**
   * What would change in one region and month.
   *
   * @param before the sum of the cells that the files speak for, as they are
   * @param after their sum afterwards
   */
  @Schema(name = "PreviewSlice")
  public record Slice(
      String region,
      String period,
      long added,
      long revised,
      long unchanged,
      long ended,
      String before,
      String after) {}

  static PreviewView of(
      List<String> names, CheckReport report, @Nullable Changes changes, int problems) {
    return new PreviewView(
        report.rejection() == null,
        report.rejection(),
        report.currency(),
        report.rows(),
        report.provisional(),
        new Counts(report.errors(), report.warnings()),
        report.files().stream().map(file -> file(names.get(file.number()), file)).toList(),
        report.coverage(),
        report.problems().stream().limit(problems).map(PreviewView::check).toList(),
        changes == null || report.rejection() != null ? null : change(changes));
  }

  private static File file(String name, FileReport file) {
    Map<String, String> columns = new TreeMap<>();
    file.columns().forEach((dimension, header) -> columns.put(dimension.name(), header));
    return new File(
        name,
        file.format(),
        file.encoding(),
        file.currency(),
        file.rows(),
        columns,
        file.firstRows().stream().map(PreviewView::row).toList());
  }

  private static Row row(FileReport.FirstRow row) {
    return new Row(
        row.line(),
        row.period(),
        row.region(),
        row.partner(),
        row.product(),
        row.tradeMode(),
        row.value());
  }

  private static Check check(Problem problem) {
    return new Check(
        problem.file(),
        problem.line(),
        problem.column(),
        problem.value(),
        problem.code().id(),
        problem.severity().id(),
        problem.message(),
        problem.code().advice());
  }

  private static Change change(Changes changes) {
    return new Change(
        sum(changes, SliceChange::added),
        sum(changes, SliceChange::revised),
        sum(changes, SliceChange::unchanged),
        sum(changes, SliceChange::ended),
        changes.complete(),
        changes.slices().stream().map(PreviewView::slice).toList());
  }

  private static long sum(Changes changes, ToLongFunction<SliceChange> part) {
    return changes.slices().stream().mapToLong(part).sum();
  }

  private static Slice slice(SliceChange slice) {
    return new Slice(
        CodeBook.region(slice.region()),
        Months.month(slice.month()).toString(),
        slice.added(),
        slice.revised(),
        slice.unchanged(),
        slice.ended(),
        Amount.text(slice.before()),
        Amount.text(slice.after()));
  }
}

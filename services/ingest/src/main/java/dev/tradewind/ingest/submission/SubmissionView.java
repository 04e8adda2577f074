package dev.tradewind.ingest.submission;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.ingest.chain.Links;
import dev.tradewind.ingest.store.CoverageText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A submission as clients see it.
 *
 * @param vintage its place in the order of all submissions, the newest wins; null while its bytes
 *     come in
 * @param attempt how often a worker has taken it up
 * @param acceptedAt when it was durable
 * @param options as the sender gave them
 * @param coverage what its files observe, one box each, once they are checked
 * @param provisional whether the sender or the files call the figures provisional
 * @param links which submissions it replaced and which replaced it, where both cover the same cells
 * @param problems the first of them
 * @param reason why it is rejected, stuck or waiting
 * @param note what to know about this answer
 */
@Schema(
    name = "Submission",
    description = "Files that are checked, published and applied together.")
public record SubmissionView(
    UUID id,
    @Nullable Long vintage,
    State state,
    int attempt,
    @Nullable Instant acceptedAt,
    Instant updatedAt,
    Options options,
    List<File> files,
    ProgressView progress,
    Counts counts,
    List<CoverageBox> coverage,
    boolean provisional,
    Links links,
    List<ProblemView> problems,
    @Nullable String reason,
    @Nullable String note) {

  /** What the sender said; null where nothing was said. */
  @Schema(name = "SubmissionOptions")
  record Options(
      @Nullable String period,
      @Nullable String currency,
      String flow,
      String mode,
      @Nullable String coverage,
      @Nullable String label) {}

  /**
   * A file.
   *
   * @param sha256 of its content, unpacked if it is compressed
   */
  @Schema(name = "SubmissionFile")
  record File(
      String name,
      long bytes,
      String sha256,
      @Nullable String format,
      @Nullable String encoding,
      @Nullable String currency,
      @Nullable Long rows) {

    static File of(FileEntity file) {
      return new File(
          file.name,
          file.bytes,
          file.sha256,
          file.format,
          file.encoding,
          file.currency,
          file.rowCount);
    }
  }

  /**
   * What was found in it.
   *
   * @param rows data rows of all files
   * @param keys cells, after rows of one key are summed
   * @param blocks messages they went to Kafka in
   */
  @Schema(name = "SubmissionCounts")
  record Counts(
      @Nullable Long rows,
      @Nullable Long keys,
      @Nullable Integer blocks,
      long problems,
      long warnings) {}

  static SubmissionView of(
      SubmissionEntity row, List<FileEntity> files, Links links, List<ProblemEntity> problems) {
    return new SubmissionView(
        row.id,
        row.vintage,
        State.of(row.state),
        row.attempt,
        row.acceptedAt,
        row.updatedAt,
        new Options(
            row.period,
            row.declaredCurrency,
            row.flow,
            row.mode,
            row.declaredCoverage.isEmpty() ? null : row.declaredCoverage,
            row.label),
        files.stream().map(File::of).toList(),
        ProgressView.of(row),
        new Counts(row.rowCount, row.keyCount, row.blockCount, row.problemCount, row.warningCount),
        CoverageText.read(row.coverage),
        row.provisional,
        links,
        problems.stream().map(ProblemView::of).toList(),
        row.reason,
        null);
  }

  /** The same with a note. */
  public SubmissionView withNote(String text) {
    return new SubmissionView(
        id,
        vintage,
        state,
        attempt,
        acceptedAt,
        updatedAt,
        options,
        files,
        progress,
        counts,
        coverage,
        provisional,
        links,
        problems,
        reason,
        text);
  }
}

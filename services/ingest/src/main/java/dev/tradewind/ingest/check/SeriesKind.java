package dev.tradewind.ingest.check;

import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.Header;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;

/**
 * A file is either of regions, or a reference series of the nation as a whole. The two are never
 * added, so they do not share a file.
 */
final class SeriesKind {
  private final Dimension source;
  private final RowReporter reporter;
  private boolean known;
  private boolean nation;

  SeriesKind(Header header, RowReporter reporter) {
    this.source = header.has(Dimension.REGION) ? Dimension.REGION : Dimension.REGION_NAME;
    this.reporter = reporter;
  }

  /** Whether the region is of the file's kind, which the first row decides; else it is reported. */
  boolean takes(int region, RawRow row) {
    if (region < 0) {
      return false;
    }
    boolean ofNation = region == CodeBook.NATION;
    if (!known) {
      known = true;
      nation = ofNation;
    }
    if (ofNation == nation) {
      return true;
    }
    reporter.report(
        ProblemCode.MIXED_REFERENCE,
        row,
        source,
        row.get(source).toString(),
        ofNation
            ? "the row is of the nation, rows before it are of regions"
            : "the row is of a region, rows before it are of the nation");
    return false;
  }
}

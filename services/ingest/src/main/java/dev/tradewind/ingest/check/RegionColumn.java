package dev.tradewind.ingest.check;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.ingest.format.CellText;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.Header;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads the region of a row, by code, or by name where the file has no codes. */
final class RegionColumn {
  private final Remembered<Integer> known = new Remembered<>();
  private final Dimension source;
  private final @Nullable NameColumn names;
  private final DeclaredCoverage.@Nullable Codes declared;
  private final Repairs repairs;
  private final RowReporter reporter;

  RegionColumn(Header header, DeclaredCoverage coverage, Repairs repairs, RowReporter reporter) {
    boolean coded = header.has(Dimension.REGION);
    this.source = coded ? Dimension.REGION : Dimension.REGION_NAME;
    this.names =
        coded && header.has(Dimension.REGION_NAME)
            ? new NameColumn(
                Dimension.REGION_NAME, CodeBook::regionNamed, CodeBook::region, reporter)
            : null;
    this.declared = coverage.regions();
    this.repairs = repairs;
    this.reporter = reporter;
  }

  /** The region's place in the code book; −1 if it is none, which is reported then. */
  int read(RawRow row) {
    CellText text = row.get(source);
    Integer place = known.get(text);
    int region = place != null ? place : readNew(text, row);
    if (names != null && region >= 0) {
      names.compare(region, source, row);
    }
    return region;
  }

  private int readNew(CellText cell, RawRow row) {
    String text = repairs.read(cell, source, row, region -> CodeBook.regionOf(region) >= 0);
    int place = CodeBook.regionOf(text);
    if (place < 0) {
      boolean district = text.matches("\\d{5}") && Region.ofGacc(text.substring(0, 2)) != null;
      reporter.report(
          district ? ProblemCode.DISTRICT_REGION : ProblemCode.UNKNOWN_REGION,
          row,
          source,
          text,
          "'" + text + "' is " + (district ? "a district" : "none of the 31 regions"));
      return -1;
    }
    String code = CodeBook.region(place);
    if (declared != null && !declared.contains(code)) {
      reporter.report(
          ProblemCode.OUTSIDE_COVERAGE,
          row,
          source,
          text,
          code + " is not among the declared regions");
      return -1;
    }
    known.put(cell, place);
    return place;
  }
}

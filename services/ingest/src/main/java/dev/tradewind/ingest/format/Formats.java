package dev.tradewind.ingest.format;

import java.util.List;
import java.util.Optional;

/** The formats that are known, in the order in which they are tried. */
public final class Formats {
  private static final Layout GACC = new GaccLayout();

  private static final List<ExportFormat> ALL =
      List.of(
          new DelimitedTable("gacc-csv", ',', GACC), new DelimitedTable("gacc-tsv", '\t', GACC));

  private Formats() {}

  /** The format of a file that starts like this. */
  public static Optional<ExportFormat> detect(Head head) {
    return ALL.stream().filter(format -> format.detects(head)).findFirst();
  }
}

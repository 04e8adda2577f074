package dev.tradewind.ingest.format;

import java.util.List;
import java.util.Optional;

/** The formats that are known, in the order in which they are tried. */
public final class Formats {
  private static final Layout GACC = new GaccLayout();
  private static final Layout TIDY = new TidyLayout();

  private static final List<ExportFormat> ALL =
      List.of(
          new DelimitedTable("gacc-csv", ',', GACC),
          new DelimitedTable("gacc-tsv", '\t', GACC),
          new DelimitedTable("sdmx-csv-1", ',', new SdmxLayout("dataflow")),
          new DelimitedTable("sdmx-csv-2", ',', new SdmxLayout("structure")),
          new DelimitedTable("tidy-csv", ',', TIDY),
          new DelimitedTable("tidy-tsv", '\t', TIDY),
          new TidyLines(TIDY),
          new ComtradeJson(),
          new Workbook(List.of(GACC, TIDY)));

  private Formats() {}

  /** Their names in the API. */
  public static List<String> ids() {
    return ALL.stream().map(ExportFormat::id).toList();
  }

  /** The format of a file that starts like this. */
  public static Optional<ExportFormat> detect(Head head) {
    return ALL.stream().filter(format -> format.detects(head)).findFirst();
  }
}

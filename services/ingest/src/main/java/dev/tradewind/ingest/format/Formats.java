package dev.tradewind.ingest.format;

import java.util.List;
import java.util.Optional;

/** The formats that are known, in the order in which they are tried. */
public final class Formats {
  private static final Layout GACC = new GaccLayout();
  private static final Layout TIDY = new TidyLayout();
  private static final Layout SDMX_1 = new SdmxLayout("dataflow");
  private static final Layout SDMX_2 = new SdmxLayout("structure");

  private static final List<ExportFormat> ALL =
      List.of(
          new DelimitedTable("gacc-csv", ',', GACC),
          new DelimitedTable("gacc-csv-semicolon", ';', GACC),
          new DelimitedTable("gacc-tsv", '\t', GACC),
          new DelimitedTable("sdmx-csv-1", ',', SDMX_1),
          new DelimitedTable("sdmx-csv-1-semicolon", ';', SDMX_1),
          new DelimitedTable("sdmx-csv-2", ',', SDMX_2),
          new DelimitedTable("sdmx-csv-2-semicolon", ';', SDMX_2),
          new DelimitedTable("tidy-csv", ',', TIDY),
          new DelimitedTable("tidy-csv-semicolon", ';', TIDY),
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

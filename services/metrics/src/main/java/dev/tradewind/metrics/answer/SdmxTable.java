package dev.tradewind.metrics.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Observations in SDMX-CSV 1.0, with the columns that ingest also reads. {@code OBS_STATUS}: A is
 * normal, P provisional, M missing.
 */
public final class SdmxTable {
  private static final List<String> HEADER =
      List.of(
          "DATAFLOW",
          "FREQ",
          "REF_AREA",
          "COUNTERPART_AREA",
          "COMMODITY",
          "FLOW",
          "TIME_PERIOD",
          "OBS_VALUE",
          "OBS_STATUS",
          "UNIT_MEASURE",
          "WINDOW");

  private final CsvTable table = new CsvTable(HEADER);

  /**
   * Adds an observation; what is null is a total.
   *
   * @param period the window's last month
   * @param value in units of the currency; null if it is not known
   * @param status as in JSON
   */
  public SdmxTable row(
      @Nullable String region,
      @Nullable String partner,
      @Nullable String commodity,
      @Nullable String period,
      @Nullable String value,
      String status,
      String currency,
      String window) {
    table.row(
        "TRADEWIND:EXPORTS(1.0)",
        "M",
        region == null ? "CN" : region,
        partner == null ? "WLD" : partner,
        commodity == null ? "_T" : commodity,
        "X",
        period,
        value,
        value == null ? "M" : status.equals("provisional") ? "P" : "A",
        currency,
        window);
    return this;
  }

  /** As a table. */
  public CsvTable table() {
    return table;
  }
}

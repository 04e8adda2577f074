package dev.tradewind.ingest.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SDMX-CSV, whose first column tells the version: {@code DATAFLOW} 1.0, {@code STRUCTURE} 2.0. The
 * dimensions are those of the trade statistics; merchandise trade is published in US dollars unless
 * a column says something else.
 */
final class SdmxLayout implements Layout {
  private static final Map<String, Dimension> DIMENSIONS =
      Map.ofEntries(
          Map.entry("time_period", Dimension.PERIOD),
          Map.entry("ref_area", Dimension.REGION),
          Map.entry("counterpart_area", Dimension.PARTNER),
          Map.entry("commodity", Dimension.PRODUCT),
          Map.entry("obs_value", Dimension.VALUE),
          Map.entry("flow", Dimension.FLOW),
          Map.entry("trade_flow", Dimension.FLOW),
          Map.entry("freq", Dimension.FREQUENCY),
          Map.entry("obs_status", Dimension.STATUS),
          Map.entry("currency", Dimension.CURRENCY),
          Map.entry("unit_measure", Dimension.CURRENCY),
          Map.entry("unit_mult", Dimension.SCALE),
          Map.entry("action", Dimension.ACTION));

  private static final Set<String> IGNORED =
      Set.of("dataflow", "structure", "structure_id", "structure_name");

  private static final Map<String, List<Dimension>> NEEDED = new LinkedHashMap<>();

  static {
    NEEDED.put("COMMODITY", List.of(Dimension.PRODUCT));
    NEEDED.put("COUNTERPART_AREA", List.of(Dimension.PARTNER));
    NEEDED.put("REF_AREA", List.of(Dimension.REGION));
    NEEDED.put("OBS_VALUE", List.of(Dimension.VALUE));
    // Unlike customs' own files these hold both directions.
    NEEDED.put("FLOW", List.of(Dimension.FLOW));
  }

  private final String firstColumn;

  SdmxLayout(String firstColumn) {
    this.firstColumn = firstColumn;
  }

  @Override
  public boolean knows(List<String> headers) {
    return !headers.isEmpty()
        && headers.get(0).equals(firstColumn)
        && headers.contains("obs_value");
  }

  @Override
  public @Nullable Dimension dimension(String header) {
    return DIMENSIONS.get(header);
  }

  @Override
  public boolean ignored(String header) {
    return IGNORED.contains(header);
  }

  @Override
  public String usualCurrency() {
    return "USD";
  }

  @Override
  public Map<String, List<Dimension>> needed() {
    return NEEDED;
  }
}

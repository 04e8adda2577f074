package dev.tradewind.ingest.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Our own plain layout: {@code period,region,partner,hs,value,currency[,quantity,unit]}, with
 * {@code flow} and {@code mode} where someone wants to say them.
 */
final class TidyLayout implements Layout {
  static final Map<String, Dimension> DIMENSIONS =
      Map.of(
          "period", Dimension.PERIOD,
          "region", Dimension.REGION,
          "partner", Dimension.PARTNER,
          "hs", Dimension.PRODUCT,
          "value", Dimension.VALUE,
          "currency", Dimension.CURRENCY,
          "quantity", Dimension.QUANTITY,
          "unit", Dimension.UNIT,
          "flow", Dimension.FLOW,
          "mode", Dimension.TRADE_MODE);

  private static final Map<String, List<Dimension>> NEEDED = new LinkedHashMap<>();

  /** That many of the needed names are no chance. */
  private static final int ENOUGH = 3;

  static {
    for (String name : List.of("hs", "partner", "region", "value")) {
      NEEDED.put(name, List.of(DIMENSIONS.getOrDefault(name, Dimension.VALUE)));
    }
  }

  @Override
  public boolean knows(List<String> headers) {
    return headers.stream().filter(NEEDED::containsKey).distinct().count() >= ENOUGH;
  }

  @Override
  public @Nullable Dimension dimension(String header) {
    return DIMENSIONS.get(header);
  }

  @Override
  public boolean ignored(String header) {
    return false;
  }

  @Override
  public Map<String, List<Dimension>> needed() {
    return NEEDED;
  }
}

package dev.tradewind.ingest.format;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the customs query site, Chinese and English, with variants seen. There is no
 * column for the direction of trade, and the currency stands only in the header of the value.
 */
final class GaccLayout implements Layout {
  private static final Map<String, Dimension> DIMENSIONS = new HashMap<>();
  private static final Map<String, String> CURRENCIES = new HashMap<>();
  private static final Map<String, List<Dimension>> NEEDED = new LinkedHashMap<>();

  /** Columns that are known and not needed. */
  private static final Set<String> IGNORED =
      Set.of(
          "商品名称",
          "commodity",
          "第二数量",
          "第二计量单位",
          "supplementary quantity",
          "supplementary unit",
          // As the site itself spells it.
          "supplimentary quantity",
          "supplimentary unit");

  static {
    put(Dimension.PERIOD, "数据年月", "统计年月", "年月", "月份", "date of data");
    put(Dimension.PRODUCT, "商品编码", "hs编码", "海关编码", "commodity code");
    put(Dimension.PARTNER, "贸易伙伴编码", "最终目的国(地区)编码", "trading partner code");
    put(Dimension.PARTNER_NAME, "贸易伙伴名称", "最终目的国(地区)", "最终目的国(地区)名称", "trading partner");
    put(Dimension.TRADE_MODE, "贸易方式编码", "贸易方式名称", "customs regime code", "customs regime");
    put(Dimension.REGION, "注册地编码", "收发货人注册地编码", "locations of importers and exporters code");
    put(
        Dimension.REGION_NAME,
        "注册地名称",
        "收发货人注册地",
        "收发货人注册地名称",
        "locations of importers and exporters");
    put(Dimension.QUANTITY, "第一数量", "quantity");
    put(Dimension.UNIT, "第一计量单位", "unit");
    currency("USD", "美元", "美元金额", "us dollar");
    currency("CNY", "人民币", "人民币元", "renminbi yuan");
    NEEDED.put("product code (商品编码, Commodity code)", List.of(Dimension.PRODUCT));
    NEEDED.put(
        "partner (贸易伙伴编码, Trading partner code)",
        List.of(Dimension.PARTNER, Dimension.PARTNER_NAME));
    NEEDED.put(
        "region (注册地编码, Locations of importers and exporters code)",
        List.of(Dimension.REGION, Dimension.REGION_NAME));
    NEEDED.put("value (美元, 人民币, US dollar, Renminbi Yuan)", List.of(Dimension.VALUE));
  }

  private static void put(Dimension dimension, String... headers) {
    for (String header : headers) {
      DIMENSIONS.put(header, dimension);
    }
  }

  private static void currency(String code, String... headers) {
    put(Dimension.VALUE, headers);
    for (String header : headers) {
      CURRENCIES.put(header, code);
    }
  }

  /** Two columns: any two of the site's, since what is missing is then said by name. */
  @Override
  public boolean knows(List<String> headers) {
    return headers.stream().filter(h -> DIMENSIONS.containsKey(h) || tellsImports(h)).count() >= 2
        // Our own tidy layout has columns of these names, too.
        && !headers.stream()
            .filter(DIMENSIONS::containsKey)
            .allMatch(h -> h.equals("quantity") || h.equals("unit"));
  }

  @Override
  public @Nullable Dimension dimension(String header) {
    return DIMENSIONS.get(header);
  }

  @Override
  public @Nullable String currency(String header) {
    return CURRENCIES.get(header);
  }

  @Override
  public boolean tellsImports(String header) {
    return header.startsWith("原产") || header.contains("country of origin");
  }

  /** The site cuts every download there. */
  @Override
  public Set<Long> rowLimits() {
    return Set.of(10_000L);
  }

  @Override
  public boolean ignored(String header) {
    return IGNORED.contains(header);
  }

  @Override
  public Map<String, List<Dimension>> needed() {
    return NEEDED;
  }
}

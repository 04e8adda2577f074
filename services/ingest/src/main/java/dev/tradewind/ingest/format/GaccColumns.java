package dev.tradewind.ingest.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The column headers of the customs query site, Chinese and English, with variants seen. */
final class GaccColumns {
  private static final Map<String, Dimension> DIMENSIONS = new HashMap<>();
  private static final Map<String, String> CURRENCIES = new HashMap<>();

  /** Columns that are known and not needed. */
  private static final Set<String> IGNORED =
      Set.of(
          "商品名称",
          "commodity",
          "第一数量",
          "第一计量单位",
          "第二数量",
          "第二计量单位",
          "quantity",
          "unit",
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
    for (String header : new String[] {"美元", "美元金额", "us dollar"}) {
      CURRENCIES.put(header, "USD");
    }
    for (String header : new String[] {"人民币", "人民币元", "renminbi yuan"}) {
      CURRENCIES.put(header, "CNY");
    }
  }

  private GaccColumns() {}

  private static void put(Dimension dimension, String... headers) {
    for (String header : headers) {
      DIMENSIONS.put(header, dimension);
    }
  }

  /** The dimension that the header stands for, or null. */
  static @Nullable Dimension dimension(String header) {
    String key = normalised(header);
    return CURRENCIES.containsKey(key) ? Dimension.VALUE : DIMENSIONS.get(key);
  }

  /** The currency that the header names, or null. */
  static @Nullable String currency(String header) {
    return CURRENCIES.get(normalised(header));
  }

  /** Whether the header is one that only files of imports have. */
  static boolean tellsImports(String header) {
    String key = normalised(header);
    return key.startsWith("原产") || key.contains("country of origin");
  }

  /** Whether the header is known, and not needed. */
  static boolean ignored(String header) {
    return IGNORED.contains(normalised(header));
  }

  private static String normalised(String header) {
    return header.replace('（', '(').replace('）', ')').strip().toLowerCase(Locale.ROOT);
  }
}

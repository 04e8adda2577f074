package dev.tradewind.benchmarks.alerts;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import java.nio.charset.Charset;
import java.time.YearMonth;

/** Customs files in which every province sells one product to the United States and Vietnam. */
final class MonthFile {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final long VALUE = 50_000_000;

  private static final String HEADER =
      "\"数据年月\",\"商品编码\",\"商品名称\",\"贸易伙伴编码\",\"贸易伙伴名称\",\"注册地编码\",\"注册地名称\","
          + "\"第一数量\",\"第一计量单位\",\"第二数量\",\"第二计量单位\",\"美元\",\n";

  private MonthFile() {}

  /** The months from the first to the last, in which nothing changes from year to year. */
  static byte[] steady(YearMonth first, YearMonth last) {
    StringBuilder text = new StringBuilder(HEADER);
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      month(text, month, VALUE);
    }
    return text.toString().getBytes(GB18030);
  }

  /** One month in which Yunnan sells that much to the United States. */
  static byte[] revised(YearMonth month, long yunnan) {
    StringBuilder text = new StringBuilder(HEADER);
    month(text, month, yunnan);
    return text.toString().getBytes(GB18030);
  }

  private static void month(StringBuilder text, YearMonth month, long yunnan) {
    for (Region region : Region.all()) {
      row(text, month, region, "USA", region.code().equals("CN-YN") ? yunnan : VALUE);
      row(text, month, region, "VNM", VALUE);
    }
  }

  private static void row(
      StringBuilder text, YearMonth month, Region region, String to, long value) {
    Partner partner =
        Partner.all().stream().filter(one -> one.code().equals(to)).findFirst().orElseThrow();
    text.append('"').append(month.getYear() * 100 + month.getMonthValue());
    text.append("\",\"39221000\",\"塑料浴缸、淋浴盘、洗涤槽及盥洗盆\",\"");
    text.append(partner.gaccCodes().get(partner.gaccCodes().size() - 1).code());
    text.append("\",\"").append(partner.nameZh());
    text.append("\",\"").append(region.gacc()).append("\",\"").append(region.fullNameZh());
    text.append("\",\"1\",\"千克\",\"0\",\"?\",\"").append("%,d".formatted(value)).append("\",\n");
  }
}

package dev.tradewind.benchmarks.ingest;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.SplittableRandom;

/** Rows as the customs site lays them out and orders them: by month, product, partner, region. */
final class CustomsRows {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final String HEADER =
      "\"数据年月\",\"商品编码\",\"商品名称\",\"贸易伙伴编码\",\"贸易伙伴名称\",\"注册地编码\",\"注册地名称\","
          + "\"第一数量\",\"第一计量单位\",\"第二数量\",\"第二计量单位\",\"美元\",\n";

  private CustomsRows() {}

  /** A file of so many rows, always the same, twenty products a month. */
  static byte[] file(int rows) {
    SplittableRandom random = new SplittableRandom(1);
    List<Region> regions = List.copyOf(Region.all());
    List<Partner> partners = List.copyOf(Partner.all());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows * 130);
    bytes.writeBytes(HEADER.getBytes(GB18030));
    StringBuilder block = new StringBuilder();
    int written = 0;
    for (int product = 0; written < rows; product++) {
      for (int p = 0; p < partners.size() && written < rows; p++) {
        for (int r = 0; r < regions.size() && written < rows; r++) {
          if (random.nextInt(3) > 0) {
            row(block, product, partners.get(p), regions.get(r), random);
            written++;
          }
        }
      }
      bytes.writeBytes(block.toString().getBytes(GB18030));
      block.setLength(0);
    }
    return bytes.toByteArray();
  }

  private static void row(
      StringBuilder text, int product, Partner partner, Region region, SplittableRandom random) {
    int month = product / 20;
    text.append("\"").append(202_001 + month / 12 * 100 + month % 12);
    text.append("\",\"").append(39_221_000 + product % 20 * 1000);
    text.append("\",\"塑料浴缸、淋浴盘、洗涤槽及盥洗盆\",\"");
    text.append(partner.gaccCodes().get(partner.gaccCodes().size() - 1).code());
    text.append("\",\"").append(partner.nameZh());
    text.append("\",\"").append(region.gacc()).append("\",\"").append(region.fullNameZh());
    text.append("\",\"").append(random.nextInt(100_000)).append("\",\"千克\",\"0\",\"?\",\"");
    text.append("%,d".formatted((long) Math.exp(random.nextDouble() * 18)));
    text.append("\",\n");
  }
}

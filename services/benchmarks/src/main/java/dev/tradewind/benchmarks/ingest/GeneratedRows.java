package dev.tradewind.benchmarks.ingest;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import java.io.InputStream;
import java.util.List;

/** Rows made while they are read: no cell twice, in the order of months, as customs sorts them. */
final class GeneratedRows extends InputStream {
  /** How the rows are written. */
  enum Layout {
    /** As the customs site's download. */
    CUSTOMS,
    /** Numbers and commas only. */
    BARE
  }

  private static final int PRODUCTS = 1000;
  private static final int PARTNERS = 30;

  private final long rows;
  private final Layout layout;
  private final List<String> regions = Region.all().stream().map(Region::gacc).toList();
  private final List<String> partners =
      Partner.all().stream()
          .map(partner -> partner.gaccCodes().get(0).code())
          .limit(PARTNERS)
          .toList();
  private byte[] buffer = new byte[0];
  private int position;
  private long next;
  private long random = 88_172_645_463_325_252L;

  GeneratedRows(long rows, Layout layout) {
    this.rows = rows;
    this.layout = layout;
    if (layout == Layout.CUSTOMS) {
      buffer = LargeFile.bytes("数据年月,商品编码,贸易伙伴编码,注册地编码,美元\n");
    }
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (position == buffer.length) {
      if (next == rows) {
        return -1;
      }
      fill();
    }
    int count = Math.min(length, buffer.length - position);
    System.arraycopy(buffer, position, target, offset, count);
    position += count;
    return count;
  }

  private void fill() {
    StringBuilder text = new StringBuilder(1 << 17);
    for (int i = 0; i < 2000 && next < rows; i++, next++) {
      row(text, next);
    }
    buffer = LargeFile.bytes(text.toString());
    position = 0;
  }

  private void row(StringBuilder text, long number) {
    long left = number;
    int partner = (int) (left % PARTNERS);
    left /= PARTNERS;
    int product = (int) (left % PRODUCTS);
    left /= PRODUCTS;
    int region = (int) (left % regions.size());
    int month = (int) (left / regions.size());
    random ^= random << 13;
    random ^= random >>> 7;
    random ^= random << 17;
    long value = Math.floorMod(random, 9_000_000L) + 1;
    int period = (2015 + month / 12) * 100 + month % 12 + 1;
    if (layout == Layout.BARE) {
      text.append(period).append(',').append(regions.get(region)).append(',');
      text.append(39_000_000 + product).append(',').append(partners.get(partner));
      text.append(',').append(value * 100).append('\n');
    } else {
      text.append('"').append(period).append("\",\"").append(39_000_000 + product);
      text.append("\",\"").append(partners.get(partner)).append("\",\"");
      text.append(regions.get(region)).append("\",\"").append(value).append("\"\n");
    }
  }
}

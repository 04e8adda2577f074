package dev.tradewind.standalone.model;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes rows as the customs query site does, compressed: GB18030, all quoted, trailing comma. */
final class CustomsFile {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final List<String> HEADER =
      List.of(
          "数据年月", "商品编码", "商品名称", "贸易伙伴编码", "贸易伙伴名称", "注册地编码", "注册地名称", "第一数量", "第一计量单位", "第二数量",
          "第二计量单位", "美元");

  private CustomsFile() {}

  static void write(Path file, List<Row> rows) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), GB18030))) {
      line(out, HEADER);
      for (Row row : rows) {
        line(out, fields(row));
      }
    }
  }

  private static List<String> fields(Row row) {
    YearMonth period = Months.of(row.month());
    Product product = row.product();
    boolean second = !product.unit2().equals("?");
    return List.of(
        String.valueOf(period.getYear() * 100 + period.getMonthValue()),
        row.code(),
        product.nameZh(),
        row.market().gacc(),
        row.market().nameZh(),
        row.region().gacc(),
        row.region().fullNameZh(),
        Long.toString(row.quantity()),
        product.unit(),
        second ? Long.toString(weight(row)) : "0",
        product.unit2(),
        grouped(row.value()));
  }

  /** Kilograms, where pieces are the first unit: roughly US$20 a kilogram. */
  private static long weight(Row row) {
    return Math.max(1, row.value() / 20);
  }

  /** With thousands separators; a formatter would take longer than all else. */
  private static String grouped(long value) {
    StringBuilder digits = new StringBuilder(Long.toString(value));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, ',');
    }
    return digits.toString();
  }

  private static void line(Writer out, List<String> fields) throws IOException {
    for (String field : fields) {
      out.append('"').append(field).append("\",");
    }
    out.append('\n');
  }
}

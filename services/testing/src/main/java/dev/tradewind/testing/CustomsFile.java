package dev.tradewind.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Builds a file as the customs site's query download lays it out: GB18030, every field quoted,
 * thousands separators, a trailing comma. By default in US dollars, monthly, without trade modes.
 *
 * <pre>{@code
 * byte[] file = CustomsFile.usd()
 *     .row("2025-07", "CN-GD", "USA", "39221000", 63_994_478)
 *     .gzip();
 * }</pre>
 */
public final class CustomsFile {
  /** What the site writes. */
  public static final Charset GB18030 = Charset.forName("GB18030");

  private final Set<CustomsColumn> columns = EnumSet.allOf(CustomsColumn.class);
  private final Map<CustomsColumn, String> headers = new EnumMap<>(CustomsColumn.class);
  private final List<CustomsRow> rows = new ArrayList<>();
  private Charset encoding = GB18030;

  private CustomsFile() {
    for (CustomsColumn column : CustomsColumn.values()) {
      headers.put(column, column.header());
    }
    without(CustomsColumn.MODE, CustomsColumn.MODE_NAME);
  }

  /** A file whose values are US dollars. */
  public static CustomsFile usd() {
    return new CustomsFile();
  }

  /** A file whose values are renminbi yuan. */
  public static CustomsFile cny() {
    return new CustomsFile().header(CustomsColumn.VALUE, "人民币");
  }

  /** In another encoding than the site's. */
  public CustomsFile encoding(Charset encoding) {
    this.encoding = encoding;
    return this;
  }

  /** With the columns for the trade mode, which split what would else be one row. */
  public CustomsFile withModes() {
    columns.addAll(List.of(CustomsColumn.MODE, CustomsColumn.MODE_NAME));
    return this;
  }

  /** Without some columns, such as the period when "monthly" was not ticked. */
  public CustomsFile without(CustomsColumn... absent) {
    columns.removeAll(List.of(absent));
    return this;
  }

  /** With another header than the site's usual one. */
  public CustomsFile header(CustomsColumn column, String header) {
    headers.put(column, header);
    return this;
  }

  /** Adds an ordinary row; see {@link CustomsRow#of}. */
  public CustomsFile row(String period, String region, String partner, String product, long value) {
    return row(CustomsRow.of(period, region, partner, product, value));
  }

  /** Adds any row. */
  public CustomsFile row(CustomsRow row) {
    rows.add(row);
    return this;
  }

  /** The file as text. */
  public String text() {
    return rows.stream()
        .map(row -> line(row.fields()))
        .collect(Collectors.joining("", line(headers), ""));
  }

  /** The file in its encoding. */
  public byte[] bytes() {
    return text().getBytes(encoding);
  }

  /** The file in its encoding, compressed. */
  public byte[] gzip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String line(Map<CustomsColumn, String> fields) {
    return columns.stream()
        .map(column -> '"' + fields.getOrDefault(column, "").replace("\"", "\"\"") + "\",")
        .collect(Collectors.joining("", "", "\n"));
  }
}

package dev.tradewind.ingest.check;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every layout that is read, as tests write it; the seed chooses what the layout leaves open. */
enum SampleFormat {
  GACC_CHINESE("gacc-csv") {
    @Override
    String text(List<SampleRow> rows, Random choice) {
      return delimited(chinese(choice), rows, ",", choice);
    }
  },
  GACC_ENGLISH("gacc-csv") {
    @Override
    String text(List<SampleRow> rows, Random choice) {
      return delimited(english(choice), rows, ",", choice);
    }
  },
  GACC_SEMICOLON("gacc-csv-semicolon") {
    @Override
    String text(List<SampleRow> rows, Random choice) {
      Map<String, Function<SampleRow, String>> columns =
          choice.nextBoolean() ? chinese(choice) : english(choice);
      columns.replaceAll((name, cell) -> isValue(name) ? continental(choice) : cell);
      return resaved(columns, rows, choice);
    }
  },
  GACC_TSV("gacc-tsv") {
    @Override
    String text(List<SampleRow> rows, Random choice) {
      return delimited(chinese(choice), rows, "\t", choice);
    }
  },
  TIDY_CSV("tidy-csv") {
    @Override
    String text(List<SampleRow> rows, Random choice) {
      return delimited(tidy(), rows, ",", choice);
    }
  },
  TIDY_SEMICOLON("tidy-csv-semicolon") {
    @Override
    String text(List<SampleRow> rows, Random choice) {
      Map<String, Function<SampleRow, String>> columns = tidy();
      columns.replaceAll((name, cell) -> isValue(name) ? continental(choice) : cell);
      return resaved(columns, rows, choice);
    }
  },
  TIDY_TSV("tidy-tsv") {
    @Override
    String text(List<SampleRow> rows, Random choice) {
      return delimited(tidy(), rows, "\t", choice);
    }
  },
  TIDY_NDJSON("tidy-ndjson") {
    @Override
    String text(List<SampleRow> rows, Random choice) {
      return rows.stream()
          .map(
              row ->
                  tidy().entrySet().stream()
                      .map(field -> json(field.getKey(), field.getValue().apply(row)))
                      .collect(Collectors.joining(",", "{", "}\n")))
          .collect(Collectors.joining());
    }
  },
  SDMX_1("sdmx-csv-1") {
    @Override
    String text(List<SampleRow> rows, Random choice) {
      Map<String, Function<SampleRow, String>> columns = new LinkedHashMap<>();
      columns.put("DATAFLOW", row -> "X:TRADE(1.0)");
      columns.putAll(sdmx());
      return plain(columns, rows, ",");
    }
  },
  SDMX_2("sdmx-csv-2") {
    @Override
    String text(List<SampleRow> rows, Random choice) {
      Map<String, Function<SampleRow, String>> columns = new LinkedHashMap<>();
      columns.put("STRUCTURE", row -> "dataflow");
      columns.put("STRUCTURE_ID", row -> "X:TRADE(1.0)");
      columns.put("ACTION", row -> "I");
      columns.putAll(sdmx());
      return plain(columns, rows, ",");
    }
  },
  SDMX_1_SEMICOLON("sdmx-csv-1-semicolon") {
    @Override
    String text(List<SampleRow> rows, Random choice) {
      return SDMX_1.text(rows, choice).replace(',', ';');
    }
  },
  SDMX_2_SEMICOLON("sdmx-csv-2-semicolon") {
    @Override
    String text(List<SampleRow> rows, Random choice) {
      return SDMX_2.text(rows, choice).replace(',', ';');
    }
  },
  COMTRADE("comtrade-json") {
    @Override
    String text(List<SampleRow> rows, Random choice) {
      return rows.stream()
          .map(SampleFormat::comtrade)
          .collect(
              Collectors.joining(
                  ",\n",
                  "{\"elapsedTime\":\"0.1\",\"count\":" + rows.size() + ",\"data\":[",
                  "],\"error\":\"\"}"));
    }
  };

  private final String id;

  SampleFormat(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** Whether it reports the nation as a whole. */
  boolean national() {
    return this == COMTRADE;
  }

  boolean hasQuantities() {
    return !name().startsWith("SDMX");
  }

  abstract String text(List<SampleRow> rows, Random choice);

  static Map<String, Function<SampleRow, String>> chinese(Random choice) {
    Map<String, Function<SampleRow, String>> columns = new LinkedHashMap<>();
    columns.put("数据年月", SampleRow::yyyymm);
    columns.put("商品编码", SampleRow::product);
    columns.put("商品名称", row -> "塑料浴缸、淋浴盘");
    columns.put("贸易伙伴编码", SampleRow::customsPartner);
    columns.put("贸易伙伴名称", row -> row.partnerCode().nameZh() + "\n");
    if (choice.nextBoolean()) {
      columns.put("贸易方式编码", row -> "10");
      columns.put("贸易方式名称", row -> "一般贸易");
    }
    columns.put("注册地编码", row -> row.regionCode().gacc());
    columns.put("注册地名称", row -> row.regionCode().fullNameZh());
    columns.put("第一数量", row -> Long.toString(row.quantity()));
    columns.put("第一计量单位", row -> row.unit().isEmpty() ? "?" : row.unit());
    columns.put("第二数量", row -> "0");
    columns.put("第二计量单位", row -> "?");
    columns.put("美元", SampleRow::groupedValue);
    return columns;
  }

  /** With names only, where the choice says so. */
  static Map<String, Function<SampleRow, String>> english(Random choice) {
    Map<String, Function<SampleRow, String>> columns = new LinkedHashMap<>();
    columns.put("Date of data", SampleRow::yyyymm);
    columns.put("Commodity code", SampleRow::product);
    if (choice.nextBoolean()) {
      columns.put("Trading partner code", SampleRow::customsPartner);
      columns.put("Locations of importers and exporters code", row -> row.regionCode().gacc());
    }
    columns.put("Trading partner", row -> row.partnerCode().nameEn());
    columns.put("Locations of importers and exporters", row -> row.regionCode().nameEn());
    columns.put("Quantity", row -> Long.toString(row.quantity()));
    columns.put("Unit", SampleRow::unit);
    columns.put("Supplimentary Quantity", row -> "0");
    columns.put("Supplimentary Unit", row -> "?");
    columns.put("US dollar", SampleRow::groupedValue);
    return columns;
  }

  static Map<String, Function<SampleRow, String>> tidy() {
    Map<String, Function<SampleRow, String>> columns = new LinkedHashMap<>();
    columns.put("period", row -> row.period().toString());
    columns.put("region", SampleRow::region);
    columns.put("partner", SampleRow::partner);
    columns.put("hs", SampleRow::product);
    columns.put("value", SampleRow::plainValue);
    columns.put("currency", row -> "USD");
    columns.put("quantity", row -> Long.toString(row.quantity()));
    columns.put("unit", SampleRow::unit);
    return columns;
  }

  private static Map<String, Function<SampleRow, String>> sdmx() {
    Map<String, Function<SampleRow, String>> columns = new LinkedHashMap<>();
    columns.put("FREQ", row -> "M");
    columns.put("REF_AREA", SampleRow::region);
    columns.put("COUNTERPART_AREA", SampleRow::partner);
    columns.put("COMMODITY", SampleRow::product);
    columns.put("FLOW", row -> "X");
    columns.put("TIME_PERIOD", row -> row.period().toString());
    columns.put("OBS_VALUE", SampleRow::plainValue);
    columns.put("OBS_STATUS", row -> "A");
    columns.put("UNIT_MEASURE", row -> "USD");
    return columns;
  }

  private static String comtrade(SampleRow row) {
    String partner = row.partnerCode().m49();
    return """
        {"freqCode":"M","period":"%s","reporterCode":156,"partnerCode":%s,"flowCode":"X",
        "classificationCode":"H6","cmdCode":"%s","customsCode":"C00","motCode":0,"partner2Code":0,
        "qty":%d.0,"qtyUnitAbbr":"%s","isReported":true,"primaryValue":%s}"""
        .formatted(
            row.yyyymm(),
            row.partner().equals("USA") ? "842" : partner.replaceFirst("^0+", ""),
            row.product(),
            row.quantity(),
            row.unit().isEmpty() ? "N/A" : row.unit(),
            row.plainValue());
  }

  private static String json(String name, String value) {
    boolean number = name.equals("value");
    return "\"" + name + "\":" + (number ? value : "\"" + value + "\"");
  }

  /** Columns in any order, quoted or only where needed, with a separator at the end or without. */
  private static String delimited(
      Map<String, Function<SampleRow, String>> columns,
      List<SampleRow> rows,
      String separator,
      Random choice) {
    List<String> order = new ArrayList<>(columns.keySet());
    Collections.shuffle(order, choice);
    boolean quoted = choice.nextBoolean();
    String end = (choice.nextBoolean() ? separator : "") + (choice.nextBoolean() ? "\r\n" : "\n");
    StringBuilder text = new StringBuilder();
    text.append(line(order, quoted, separator)).append(end);
    for (SampleRow row : rows) {
      List<String> cells = order.stream().map(name -> columns.get(name).apply(row)).toList();
      text.append(line(cells, quoted, separator)).append(end);
    }
    return text.toString();
  }

  private static boolean isValue(String header) {
    return header.equals("value") || header.equals("美元") || header.equals("US dollar");
  }

  /** Amounts as people write them who write a comma before decimals. */
  private static Function<SampleRow, String> continental(Random choice) {
    boolean two = choice.nextBoolean();
    String separator = List.of("", ".", "\u00a0", "\u202f", "'").get(choice.nextInt(5));
    // With two decimals a point before thousands can be nothing else.
    String pattern = two || separator.equals(".") ? ",##0.00" : ",##0.##";
    return row ->
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(BigDecimal.valueOf(row.cents(), 2))
            .replace('.', '#')
            .replace(",", separator)
            .replace('#', ',');
  }

  /** As European spreadsheets save a table that somebody looked at. */
  private static String resaved(
      Map<String, Function<SampleRow, String>> columns, List<SampleRow> rows, Random choice) {
    String text = delimited(columns, rows, ";", choice);
    String empty = ";".repeat(choice.nextInt(4));
    return (choice.nextBoolean() ? "sep=;\n" : "")
        + (choice.nextBoolean() ? "Exports;by province\n" + empty + "\n" : "")
        + text
        + (choice.nextBoolean() ? empty + "\n" : "");
  }

  private static String plain(
      Map<String, Function<SampleRow, String>> columns, List<SampleRow> rows, String separator) {
    StringBuilder text = new StringBuilder(String.join(separator, columns.keySet())).append("\n");
    for (SampleRow row : rows) {
      text.append(line(columns.values().stream().map(c -> c.apply(row)).toList(), false, separator))
          .append("\n");
    }
    return text.toString();
  }

  private static String line(List<String> cells, boolean quoted, String separator) {
    return cells.stream()
        .map(
            cell ->
                quoted || cell.contains(separator) || cell.contains("\n")
                    ? "\"" + cell + "\""
                    : cell)
        .collect(Collectors.joining(separator));
  }
}

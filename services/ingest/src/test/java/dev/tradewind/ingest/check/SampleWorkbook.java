package dev.tradewind.ingest.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Writes workbooks as spreadsheets do: shared and inline texts, numbers, formulas, gaps. */
final class SampleWorkbook {
  private final List<String> shared = new ArrayList<>();
  private final Map<String, String> sheets = new LinkedHashMap<>();
  private String properties = "";

  /** Days are counted from 1904, as old Macs did. */
  SampleWorkbook since1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  /** A sheet whose cells are XML; see {@link #text}, {@link #number}. */
  SampleWorkbook sheet(String name, List<List<String>> rows) {
    StringBuilder xml = new StringBuilder("<worksheet xmlns=\"x\"><sheetData>");
    for (int r = 0; r < rows.size(); r++) {
      xml.append("<row r=\"").append(r + 1).append("\">");
      for (int c = 0; c < rows.get(r).size(); c++) {
        String place = (char) ('A' + c) + Integer.toString(r + 1);
        xml.append(rows.get(r).get(c).replaceFirst("<c", "<c r=\"" + place + "\" "));
      }
      xml.append("</row>");
    }
    sheets.put(name, xml.append("</sheetData></worksheet>").toString());
    return this;
  }

  /** A sheet of rows in a layout; texts and numbers as the choice falls. */
  SampleWorkbook table(
      Map<String, Function<SampleRow, String>> columns, List<SampleRow> rows, Random choice) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(columns.keySet().stream().map(this::text).toList());
    for (SampleRow row : rows) {
      cells.add(columns.values().stream().map(column -> cell(column.apply(row), choice)).toList());
    }
    return sheet("Sheet1", cells);
  }

  private String cell(String text, Random choice) {
    String plain = text.replace(",", "");
    boolean number = plain.matches("[1-9]\\d*(\\.\\d+)?") && choice.nextBoolean();
    if (number) {
      return choice.nextInt(4) == 0 ? formula(plain) : number(plain);
    }
    return choice.nextBoolean() ? text(text) : inline(text);
  }

  String text(String text) {
    shared.add(text);
    return "<c t=\"s\"><v>" + (shared.size() - 1) + "</v></c>";
  }

  static String inline(String text) {
    return "<c t=\"inlineStr\"><is><r><t>" + escaped(text) + "</t></r></is></c>";
  }

  static String number(String digits) {
    return "<c><v>" + digits + "</v></c>";
  }

  static String formula(String digits) {
    return "<c t=\"n\"><f>SUM(A1:A2)</f><v>" + digits + "</v></c>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  byte[] bytes() {
    return SamplePacking.zip(parts());
  }

  /** The parts, in the order in which spreadsheets write them. */
  Map<String, byte[]> parts() {
    StringBuilder index = new StringBuilder("<workbook xmlns=\"x\" xmlns:r=\"r\">" + properties);
    StringBuilder links = new StringBuilder("<Relationships>");
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", bytes("<Types/>"));
    index.append("<sheets>");
    int number = 0;
    for (Map.Entry<String, String> sheet : sheets.entrySet()) {
      number++;
      index.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
              .formatted(sheet.getKey(), number, number));
      links.append(
          "<Relationship Id=\"rId%d\" Type=\"x/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
              .formatted(number, number));
      parts.put("xl/worksheets/sheet" + number + ".xml", bytes(sheet.getValue()));
    }
    links.append("<Relationship Id=\"s\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>");
    parts.put("xl/workbook.xml", bytes(index.append("</sheets></workbook>").toString()));
    parts.put("xl/_rels/workbook.xml.rels", bytes(links.append("</Relationships>").toString()));
    StringBuilder texts = new StringBuilder("<sst>");
    shared.forEach(
        text ->
            texts
                .append("<si><t>")
                .append(escaped(text))
                .append("</t><rPh><t>spoken</t></rPh></si>"));
    parts.put("xl/sharedStrings.xml", bytes(texts.append("</sst>").toString()));
    return parts;
  }

  private static byte[] bytes(String xml) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8);
  }
}

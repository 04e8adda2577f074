package dev.tradewind.ingest.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a workbook keeps what.
 *
 * @param sheets in the order of their tabs
 * @param sharedTexts the entry that holds the texts that cells share; empty if there is none
 * @param monthsSince1904 whether days are counted from 1904
 */
record WorkbookIndex(List<Sheet> sheets, String sharedTexts, boolean monthsSince1904) {
  private static final int MOST_SHEETS = 200;

  /**
   * A sheet.
   *
   * @param name on its tab
   * @param entry of the archive
   */
  record Sheet(String name, String entry) {}

  static WorkbookIndex read(Archive archive) throws IOException {
    Map<String, String> targets = new HashMap<>();
    String[] shared = {""};
    SheetXml.walk(
        archive,
        "xl/_rels/workbook.xml.rels",
        xml -> {
          if (xml.isStart("Relationship")) {
            String target = entry(xml.attribute("Target"));
            targets.put(xml.attribute("Id"), target);
            if (xml.attribute("Type").endsWith("/sharedStrings")) {
              shared[0] = target;
            }
          }
        });
    List<Sheet> sheets = new ArrayList<>();
    boolean[] since1904 = {false};
    SheetXml.walk(
        archive,
        "xl/workbook.xml",
        xml -> {
          if (xml.isStart("workbookPr")) {
            String flag = xml.attribute("date1904");
            since1904[0] = flag.equals("1") || flag.equals("true");
          } else if (xml.isStart("sheet") && sheets.size() < MOST_SHEETS) {
            String target = targets.get(xml.attribute("id"));
            if (target != null && archive.holds(target)) {
              sheets.add(new Sheet(xml.attribute("name"), target));
            }
          }
        });
    return new WorkbookIndex(sheets, shared[0], since1904[0]);
  }

  private static String entry(String target) {
    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
  }
}

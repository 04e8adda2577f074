package dev.tradewind.ingest.format;

import dev.tradewind.ingest.problem.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in an Excel workbook (XLSX), in any of some layouts. Sheets are read row by row; only the
 * texts that cells share are held in memory, up to a bound.
 */
final class Workbook implements ExportFormat {
  /** A title may stand above the header. */
  private static final int HEADER_WITHIN = 20;

  private final List<Layout> layouts;

  Workbook(List<Layout> layouts) {
    this.layouts = layouts;
  }

  @Override
  public String id() {
    return "xlsx";
  }

  @Override
  public boolean detects(Head head) {
    return head.holds("xl/workbook.xml");
  }

  @Override
  public void read(Source source, RowSink sink) throws IOException {
    Archive archive = source.archive();
    if (archive == null) {
      throw new IllegalStateException("a workbook is always an archive");
    }
    try {
      WorkbookIndex index = WorkbookIndex.read(archive);
      SharedTexts texts = SharedTexts.read(archive, index);
      int maxColumns = source.limits().maxColumns();
      List<Table> tables = tables(archive, index, texts, maxColumns);
      if (tables.isEmpty()) {
        sink.problem(
            ProblemCode.UNKNOWN_FORMAT, 1L, null, null, "no sheet has a header that is known");
      } else if (tables.size() > 1) {
        sink.problem(
            ProblemCode.SEVERAL_SHEETS,
            1L,
            null,
            tables.get(1).sheet.name(),
            "there are %d sheets with a table".formatted(tables.size()));
      } else {
        rows(archive, index, texts, tables.get(0), maxColumns, sink);
      }
    } catch (UnreadableException e) {
      sink.problem(e.code(), null, null, null, String.valueOf(e.getMessage()));
    }
  }

  private record Table(WorkbookIndex.Sheet sheet, Layout layout, int headerRow) {}

  private List<Table> tables(
      Archive archive, WorkbookIndex index, SharedTexts texts, int maxColumns) throws IOException {
    List<Table> tables = new ArrayList<>();
    for (WorkbookIndex.Sheet sheet : index.sheets()) {
      try (SheetRows rows = new SheetRows(archive, sheet, texts, maxColumns)) {
        Table table = null;
        for (int i = 0; i < HEADER_WITHIN && table == null && rows.next(); i++) {
          table = table(sheet, rows);
        }
        if (table != null) {
          tables.add(table);
        }
      }
    }
    return tables;
  }

  private @Nullable Table table(WorkbookIndex.Sheet sheet, SheetRows rows) {
    List<String> keys = rows.texts().stream().map(Layout::key).toList();
    return keys.isEmpty()
        ? null
        : layouts.stream()
            .filter(layout -> layout.knows(keys))
            .findFirst()
            .map(layout -> new Table(sheet, layout, rows.number()))
            .orElse(null);
  }

  private static void rows(
      Archive archive,
      WorkbookIndex index,
      SharedTexts texts,
      Table table,
      int maxColumns,
      RowSink sink)
      throws IOException {
    try (SheetRows rows = new SheetRows(archive, table.sheet, texts, maxColumns)) {
      while (rows.next() && rows.number() < table.headerRow) {
        // A title.
      }
      TableHeader header =
          HeaderReader.read(table.layout, rows.texts(), rows.number(), false, sink);
      if (header == null) {
        return;
      }
      sink.header(header.header());
      SheetTable sheet = new SheetTable(header, index.monthsSince1904(), sink);
      while (rows.next()) {
        sheet.row(rows);
      }
    }
  }
}

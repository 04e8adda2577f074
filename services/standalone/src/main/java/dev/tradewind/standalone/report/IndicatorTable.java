package dev.tradewind.standalone.report;

import dev.tradewind.standalone.client.IndicatorPage;
import dev.tradewind.standalone.client.IndicatorRow;
import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The provinces' exports to the United States, the nation first, then by size. */
public final class IndicatorTable {
  private static final Comparator<IndicatorRow> ORDER =
      Comparator.comparing((IndicatorRow row) -> !row.region().equals("CN"))
          .thenComparing(
              row -> Objects.requireNonNullElse(row.value(), BigDecimal.ZERO),
              Comparator.reverseOrder());

  private IndicatorTable() {}

  /** The table with its title and its reservations. */
  public static List<String> lines(IndicatorPage page) {
    TextTable table =
        new TextTable("", "US exports", "share", "exposure", "YoY", "contribution", "");
    page.items().stream().sorted(ORDER).forEach(row -> add(table, row));
    List<String> lines = new ArrayList<>();
    lines.add("Exports to the United States, " + window(page) + labels(page));
    lines.add("");
    lines.addAll(table.lines());
    lines.add("");
    if (page.partial() != null && !page.partial().isBlank()) {
      lines.add("US$; totals " + page.partial() + ".");
    } else {
      lines.add("US$.");
    }
    lines.add("share: of national exports to the US · exposure: the US share of own exports");
    lines.add("contribution: percentage points of the national change");
    return lines;
  }

  private static void add(TextTable table, IndicatorRow row) {
    table.row(
        row.region().equals("CN") ? "China" : row.regionName(),
        Figures.money(row.value()),
        Figures.percent(row.share()),
        Figures.percent(row.exposure()),
        Figures.change(row.yoy()),
        Figures.points(row.contribution()),
        row.status().equals("ok") ? "" : row.status());
  }

  private static String window(IndicatorPage page) {
    if (page.period() == null) {
      return page.window();
    }
    YearMonth last = YearMonth.parse(page.period());
    String months =
        last.getMonth() == Month.JANUARY ? name(Month.JANUARY) : "January–" + name(last.getMonth());
    return "%s %d against %d".formatted(months, last.getYear(), last.getYear() - 1);
  }

  private static String labels(IndicatorPage page) {
    return page.labels() == null || page.labels().isEmpty()
        ? ""
        : " (" + String.join(", ", page.labels()) + " data)";
  }

  private static String name(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}

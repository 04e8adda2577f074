package dev.tradewind.metrics.bulk;

import dev.tradewind.metrics.answer.CsvTable;
import dev.tradewind.metrics.indicator.Money;
import dev.tradewind.metrics.period.PeriodKey;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Facts as tidy CSV, the layout that ingest also reads. */
final class FactLines {
  static final String HEADER = "period,region,partner,hs,value,currency,quantity,unit\n";

  private FactLines() {}

  static String of(Iterable<Row> rows, String currency) {
    StringBuilder lines = new StringBuilder();
    for (Row row : rows) {
      lines
          .append(PeriodKey.month(row.getInteger(0)))
          .append(',')
          .append(row.getString(1))
          .append(',')
          .append(row.getString(2))
          .append(',')
          .append(row.getString(3))
          .append(',')
          .append(Objects.requireNonNull(Money.text(row.getLong(4))))
          .append(',')
          .append(currency)
          .append(',');
      Long quantity = row.getLong(5);
      if (quantity != null) {
        lines.append(quantity);
      }
      lines.append(',').append(unit(row.getString(6))).append('\n');
    }
    return lines.toString();
  }

  /** The one field that is free text. */
  private static String unit(@Nullable String unit) {
    if (unit == null) {
      return "";
    }
    String line = new CsvTable(List.of()).row(unit).text();
    return line.substring(line.indexOf('\n') + 1).stripTrailing();
  }
}

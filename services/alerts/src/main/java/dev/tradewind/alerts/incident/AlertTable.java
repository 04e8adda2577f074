package dev.tradewind.alerts.incident;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Alerts as RFC 4180 text that no spreadsheet takes for formulas. */
final class AlertTable {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final String FORMULA_STARTS = "=+-@\t\r\n";
  private static final List<String> HEADER =
      List.of(
          "id",
          "rule",
          "ruleName",
          "owner",
          "severity",
          "state",
          "region",
          "regionName",
          "partner",
          "sector",
          "window",
          "currency",
          "period",
          "indicator",
          "observed",
          "comparison",
          "threshold",
          "value",
          "baseValue",
          "yoy",
          "exposure",
          "contribution",
          "sincePeriod",
          "since",
          "updatedAt",
          "acknowledgedBy",
          "acknowledgedAt",
          "comment");

  private AlertTable() {}

  static String of(List<AlertView> alerts) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      writer.writeRecord(HEADER);
      alerts.forEach(alert -> writer.writeRecord(row(alert)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> row(AlertView alert) {
    AlertView.AcknowledgedView acknowledged = alert.acknowledged();
    return Stream.<@Nullable Object>of(
            alert.id(),
            alert.rule(),
            alert.ruleName(),
            alert.owner(),
            alert.severity(),
            alert.state(),
            alert.region(),
            alert.regionName(),
            alert.partner(),
            alert.sector(),
            alert.window(),
            alert.currency(),
            alert.period(),
            alert.indicator(),
            alert.observed(),
            alert.comparison(),
            alert.threshold(),
            alert.value(),
            alert.baseValue(),
            alert.yoy(),
            alert.exposure(),
            alert.contribution(),
            alert.sincePeriod(),
            alert.since(),
            alert.updatedAt(),
            acknowledged == null ? null : acknowledged.by(),
            acknowledged == null ? null : acknowledged.at(),
            acknowledged == null ? null : acknowledged.comment())
        .map(AlertTable::field)
        .toList();
  }

  private static String field(@Nullable Object value) {
    String text =
        value instanceof BigDecimal number
            ? number.toPlainString()
            : value == null ? "" : value.toString();
    boolean formula =
        !text.isEmpty()
            && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
            && !NUMBER.matcher(text).matches();
    return formula ? "'" + text : text;
  }
}

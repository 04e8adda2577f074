package dev.tradewind.metrics.export;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.metrics.answer.Cursor;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.coverage.LiveBox;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.indicator.Completeness;
import dev.tradewind.metrics.indicator.Money;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.reading.Readings;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one part of a drill-down. */
@Singleton
class ExportReader {
  private final Readings readings;

  ExportReader(Readings readings) {
    this.readings = readings;
  }

  ExportPage read(Session session, Version version, Question asked) {
    Reading reading = readings.open(session, version, asked);
    ExportQuestion question = ExportQuestion.of(asked, reading.groups());
    Coverage coverage = reading.coverage();
    ExportQuery query = new ExportQuery(reading, question);
    question.cursor().ifPresent(cursor -> query.after(keys(cursor, version, question)));
    List<Map<Dimension, String>> keys = new ArrayList<>();
    List<ExportItem> items = new ArrayList<>();
    boolean more = false;
    for (Row row : session.rows(query.sql(), query.parameters())) {
      if (items.size() == question.limit()) {
        more = true;
        break;
      }
      Map<Dimension, String> key = key(row, question);
      keys.add(key);
      items.add(item(key, question.currency(), row.getLong(question.by().size())));
    }
    int year = question.to().map(to -> to.getYear()).orElse(9999);
    return new ExportPage(
        items,
        more ? Cursor.after(version, cursorKeys(keys.get(keys.size() - 1))) : null,
        question.sector().id(),
        question.currency(),
        coverage.products().size(),
        Completeness.partial(coverage, question.sector(), year),
        coverage.boxes().stream()
            .map(LiveBox::label)
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .distinct()
            .sorted()
            .toList(),
        version.applySeq(),
        items.isEmpty() ? reason(coverage, question) : null);
  }

  private static List<String> keys(String cursor, Version version, ExportQuestion question) {
    List<String> keys = Cursor.keys(cursor, version, question.by().size());
    if (question.by().contains(Dimension.PERIOD)
        && !keys.get(0).chars().allMatch(Character::isDigit)) {
      throw Question.bad("cursor", "not a cursor of this list.");
    }
    return keys;
  }

  private static Map<Dimension, String> key(Row row, ExportQuestion question) {
    Map<Dimension, String> key = new EnumMap<>(Dimension.class);
    int column = 0;
    for (Dimension dimension : question.by()) {
      key.put(dimension, String.valueOf(row.getValue(column++)));
    }
    return key;
  }

  private static List<String> cursorKeys(Map<Dimension, String> key) {
    return List.copyOf(key.values());
  }

  private static ExportItem item(Map<Dimension, String> key, String currency, long value) {
    String period = key.get(Dimension.PERIOD);
    String region = key.get(Dimension.REGION);
    String partner = key.get(Dimension.PARTNER);
    return new ExportItem(
        period == null ? null : PeriodKey.month(Integer.parseInt(period)).toString(),
        region,
        region == null ? null : Region.nameEn(region),
        partner,
        partner == null ? null : Partner.nameEn(partner),
        key.get(Dimension.PRODUCT),
        currency,
        String.valueOf(Money.text(value)));
  }

  private static @Nullable String reason(Coverage coverage, ExportQuestion question) {
    if (coverage.boxes().isEmpty()) {
      return "no submission in " + question.currency() + " has been applied yet";
    }
    return question.cursor().isPresent()
        ? "the list has ended"
        : "no exports are listed for these filters; whether that is zero or unknown tells"
            + " /api/v1/coverage";
  }
}

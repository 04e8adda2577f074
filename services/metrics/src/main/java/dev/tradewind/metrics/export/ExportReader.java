package dev.tradewind.metrics.export;

import dev.tradewind.metrics.answer.Cursor;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.coverage.Coverage;
import dev.tradewind.metrics.coverage.LiveBox;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.indicator.Completeness;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.reading.Readings;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
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
    ExportQuestion question = ExportQuestion.of(asked, reading);
    Coverage coverage = reading.coverage();
    ExportQuery query = new ExportQuery(reading, question);
    question.cursor().ifPresent(cursor -> query.after(keys(cursor, version, question)));
    ExportItems rows = new ExportItems(reading, question);
    List<ExportItem> items = new ArrayList<>();
    List<String> last = List.of();
    boolean more = false;
    for (Row row : session.rows(query.sql(), query.parameters())) {
      if (items.size() == question.limit()) {
        more = true;
        break;
      }
      last = rows.keys(row);
      items.add(rows.item(row));
    }
    YearMonth to = question.windows().to();
    return new ExportPage(
        items,
        more ? Cursor.after(version, last) : null,
        question.sector().id(),
        question.windows().id(),
        question.currency(),
        coverage.products().size(),
        Completeness.partial(coverage, question.sector(), to == null ? 9999 : to.getYear()),
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

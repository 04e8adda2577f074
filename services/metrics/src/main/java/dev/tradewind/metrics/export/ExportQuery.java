package dev.tradewind.metrics.export;

import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.reading.Conditions;
import dev.tradewind.metrics.reading.Parameters;
import dev.tradewind.metrics.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Builds the one statement of a drill-down; all values are parameters. */
final class ExportQuery {
  private final Parameters parameters = new Parameters();
  private final List<String> conditions = new ArrayList<>();
  private final Reading reading;
  private final ExportQuestion question;

  ExportQuery(Reading reading, ExportQuestion question) {
    this.reading = reading;
    this.question = question;
    conditions.add("f.currency = " + parameters.add(question.currency()));
    question
        .from()
        .ifPresent(from -> conditions.add("f.period >= " + parameters.add(PeriodKey.of(from))));
    question
        .to()
        .ifPresent(to -> conditions.add("f.period <= " + parameters.add(PeriodKey.of(to))));
    if (question.regions().isEmpty()) {
      conditions.add(Conditions.anyRegion(parameters));
    }
    in("region", question.regions());
    in("partner", question.partners());
    if (!question.products().isEmpty()) {
      conditions.add(Conditions.prefixes(question.products(), parameters));
    }
    conditions.add(Conditions.sector(question.sector(), parameters));
    // Rows that stand by themselves show every level; only sums must choose one.
    if (!question.by().contains(Dimension.PRODUCT)) {
      boolean world = question.partners().isEmpty() && !question.by().contains(Dimension.PARTNER);
      conditions.add(world ? reading.levels().world() : reading.levels().cell());
    }
  }

  /** Goes on after the row with those keys. */
  void after(List<String> keys) {
    List<String> placeholders = new ArrayList<>();
    int i = 0;
    for (Dimension dimension : question.by()) {
      String key = keys.get(i++);
      placeholders.add(
          parameters.add(dimension == Dimension.PERIOD ? (Object) Integer.valueOf(key) : key));
    }
    conditions.add("(" + columns() + ") > (" + String.join(", ", placeholders) + ")");
  }

  String sql() {
    return "SELECT "
        + columns()
        + ", sum(f.value)::bigint FROM "
        + reading.facts()
        + " f WHERE "
        + String.join(" AND ", conditions)
        + " GROUP BY "
        + columns()
        + " ORDER BY "
        + columns()
        + " LIMIT "
        + (question.limit() + 1);
  }

  Object[] parameters() {
    return parameters.array();
  }

  private String columns() {
    return question.by().stream().map(d -> "f." + d.column()).collect(Collectors.joining(", "));
  }

  private void in(String column, List<String> codes) {
    if (!codes.isEmpty()) {
      conditions.add(
          "f." + column + " = ANY (" + parameters.add(codes.toArray(String[]::new)) + ")");
    }
  }
}

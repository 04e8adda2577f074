package dev.tradewind.metrics.export;

import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.fact.Levels;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.sector.SectorFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Builds the one statement of a drill-down; all values are parameters. */
final class ExportQuery {
  private static final int FIRST_PERIOD = 0;
  private static final int LAST_PERIOD = 999_999;

  private final List<Object> parameters = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final ExportQuestion question;
  private final boolean mixesLevels;

  ExportQuery(ExportQuestion question, boolean mixesLevels) {
    this.question = question;
    this.mixesLevels = mixesLevels;
    conditions.add("f.currency = " + parameter(question.currency()));
    question
        .from()
        .ifPresent(from -> conditions.add("f.period >= " + parameter(PeriodKey.of(from))));
    question.to().ifPresent(to -> conditions.add("f.period <= " + parameter(PeriodKey.of(to))));
    in("region", question.regions());
    in("partner", question.partners());
    if (!question.products().isEmpty()) {
      conditions.add(prefixes(question.products()));
    }
    sector(question.sector());
  }

  /** Goes on after the row with those keys. */
  void after(List<String> keys) {
    List<String> placeholders = new ArrayList<>();
    int i = 0;
    for (Dimension dimension : question.by()) {
      String key = keys.get(i++);
      placeholders.add(
          parameter(dimension == Dimension.PERIOD ? (Object) Integer.valueOf(key) : key));
    }
    conditions.add("(" + columns() + ") > (" + String.join(", ", placeholders) + ")");
  }

  String sql() {
    // Rows that stand by themselves show every level; only sums must choose one.
    String levels =
        mixesLevels && !question.by().contains(Dimension.PRODUCT) ? Levels.COARSEST_ONLY : "";
    return "SELECT "
        + columns()
        + ", sum(f.value)::bigint FROM fact f WHERE "
        + String.join(" AND ", conditions)
        + " "
        + levels
        + " GROUP BY "
        + columns()
        + " ORDER BY "
        + columns()
        + " LIMIT "
        + (question.limit() + 1);
  }

  Object[] parameters() {
    return parameters.toArray();
  }

  private String columns() {
    return question.by().stream().map(d -> "f." + d.column()).collect(Collectors.joining(", "));
  }

  private void in(String column, List<String> codes) {
    if (!codes.isEmpty()) {
      conditions.add("f." + column + " = ANY (" + parameter(codes.toArray(String[]::new)) + ")");
    }
  }

  private void sector(SectorFilter sector) {
    if (sector instanceof SectorFilter.Prefix prefix) {
      conditions.add(prefixes(List.of(prefix.prefix())));
    } else if (sector instanceof SectorFilter.Listed listed) {
      conditions.add(
          listed.sector().editions().stream()
              .map(this::edition)
              .collect(Collectors.joining(" OR ", "(", ")")));
    }
  }

  private String edition(Sector.Edition edition) {
    Integer first = edition.firstYear();
    Integer last = edition.lastYear();
    return "(f.period BETWEEN "
        + parameter(first == null ? FIRST_PERIOD : first * 100)
        + " AND "
        + parameter(last == null ? LAST_PERIOD : last * 100 + 99)
        + " AND "
        + prefixes(edition.prefixes())
        + ")";
  }

  private String prefixes(List<String> prefixes) {
    return prefixes.stream()
        // ':' follows '9'.
        .map(p -> "(f.product >= " + parameter(p) + " AND f.product < " + parameter(p + ":") + ")")
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  private String parameter(Object value) {
    parameters.add(value);
    return "$" + parameters.size();
  }
}

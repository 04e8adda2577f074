package dev.tradewind.metrics.export;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.fact.Levels;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.reading.Conditions;
import dev.tradewind.metrics.reading.Parameters;
import dev.tradewind.metrics.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Builds the one statement of a drill-down; all values are parameters. */
final class ExportQuery {
  private static final String QUANTITY =
      """
      , CASE WHEN count(*) = count(f.unit) AND min(f.unit) = max(f.unit)
             THEN sum(f.quantity)::bigint END
      , CASE WHEN count(*) = count(f.unit) AND min(f.unit) = max(f.unit) THEN min(f.unit) END
      """;

  private final Parameters parameters = new Parameters();
  private final List<String> conditions = new ArrayList<>();
  private final StringBuilder from = new StringBuilder();
  private final Reading reading;
  private final ExportQuestion question;
  private final boolean stored;

  ExportQuery(Reading reading, ExportQuestion question) {
    this.reading = reading;
    this.question = question;
    this.stored = question.stored();
    from.append(stored ? reading.sliceCells() : reading.facts()).append(" f");
    conditions.add("f.currency = " + parameters.add(question.currency()));
    months(question.windows());
    in("f.region", question.regions());
    if (stored) {
      sums();
    } else {
      facts();
    }
    groups();
  }

  /** From the stored sums, which count one level of codes already. */
  private void sums() {
    if (question.by().contains(Dimension.HS2)) {
      conditions.add("f.sector >= 'hs:' AND f.sector < 'hs;'");
    } else if (question.by().contains(Dimension.SECTOR)) {
      in("f.sector", Sector.all().stream().map(Sector::id).toList());
    } else {
      conditions.add("f.sector = " + parameters.add(question.sector().id()));
    }
    if (question.world()) {
      conditions.add("f.partner = '" + Partner.WORLD + "'");
    } else if (question.partnerCodes().isEmpty()) {
      conditions.add("f.partner <> '" + Partner.WORLD + "'");
    } else {
      in("f.partner", question.partnerCodes());
    }
  }

  private void facts() {
    if (question.regions().isEmpty()) {
      conditions.add(Conditions.anyRegion(parameters));
    }
    in("f.partner", question.partnerCodes());
    if (!question.products().isEmpty()) {
      conditions.add(Conditions.prefixes(question.products(), parameters));
    }
    conditions.add(Conditions.sector(question.sector(), parameters));
    if (question.by().contains(Dimension.SECTOR)) {
      from.append(
          " JOIN product_sector m ON m.product = f.product AND m.year = f.period / 100"
              + " AND m.sector = ANY ("
              + parameters.add(Sector.all().stream().map(Sector::id).toArray(String[]::new))
              + ")");
    }
    levels();
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
        + ", sum(f.value)::bigint"
        + (question.byProduct() ? QUANTITY : "")
        + " FROM "
        + from
        + " WHERE "
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

  private void months(Windows windows) {
    if (windows.single()) {
      // Named one by one, so that the primary keys are read by month.
      conditions.add(
          "f.period = ANY ("
              + parameters.add(
                  reading.coverage().months().stream()
                      .filter(windows::holds)
                      .toArray(Integer[]::new))
              + ")");
      return;
    }
    List<Integer> ends = new ArrayList<>();
    List<Integer> months = new ArrayList<>();
    for (int period : windows.periods()) {
      for (int month : windows.months(period)) {
        ends.add(period);
        months.add(month);
      }
    }
    from.append(
        " JOIN unnest(%s::int[], %s::int[]) AS w (period, month) ON w.month = f.period"
            .formatted(
                parameters.add(ends.toArray(Integer[]::new)),
                parameters.add(months.toArray(Integer[]::new))));
    // Named once more, so that only these partitions are read.
    conditions.add(
        "f.period = ANY ("
            + parameters.add(months.stream().distinct().sorted().toArray(Integer[]::new))
            + ")");
  }

  private void groups() {
    if (question.by().contains(Dimension.REGION_GROUP)) {
      group(
          "rg",
          "f.region",
          question.areas().stream().collect(Collectors.toMap(Area::code, Area::regions)));
    }
    if (question.by().contains(Dimension.PARTNER_GROUP)) {
      group(
          "pg",
          "f.partner",
          question.partners().stream().collect(Collectors.toMap(Partners::id, Partners::codes)));
    }
  }

  private void group(String alias, String column, java.util.Map<String, List<String>> members) {
    List<String> ids = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    members.forEach(
        (id, group) -> {
          group.forEach(code -> ids.add(id));
          codes.addAll(group);
        });
    from.append(
        " JOIN unnest(%s::text[], %s::text[]) AS %s (id, code) ON %s.code = %s"
            .formatted(
                parameters.add(ids.toArray(String[]::new)),
                parameters.add(codes.toArray(String[]::new)),
                alias,
                alias,
                column));
  }

  /** Rows that stand by themselves show every level; only sums must choose one. */
  private void levels() {
    if (question.by().contains(Dimension.PRODUCT) || !reading.coverage().mixesLevels()) {
      digits().ifPresent(digits -> conditions.add("length(f.product) >= " + digits));
      return;
    }
    Levels levels =
        digits().isPresent() ? Levels.mixed(reading.live(), digits().get()) : reading.levels();
    digits().ifPresent(digits -> conditions.add("length(f.product) >= " + digits));
    conditions.add(question.world() ? levels.world() : levels.cell());
  }

  private java.util.Optional<Integer> digits() {
    return question.by().stream().map(Dimension::digits).filter(digits -> digits > 0).findFirst();
  }

  private String columns() {
    return question.by().stream()
        .map(
            dimension ->
                dimension == Dimension.PERIOD && !question.windows().single()
                    ? "w.period"
                    : stored ? dimension.storedColumn() : dimension.column())
        .collect(Collectors.joining(", "));
  }

  private void in(String column, List<String> codes) {
    if (!codes.isEmpty()) {
      conditions.add(column + " = ANY (" + parameters.add(codes.toArray(String[]::new)) + ")");
    }
  }
}

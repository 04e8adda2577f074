package dev.tradewind.metrics.bulk;

import dev.tradewind.metrics.answer.AsOf;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.reading.Conditions;
import dev.tradewind.metrics.reading.Parameters;
import dev.tradewind.metrics.reading.Reading;
import java.util.ArrayList;
import java.util.List;

/** The statement of a download; in the order of the facts' primary key, so nothing is sorted. */
final class BulkQuery {
  static final List<String> PARAMETERS =
      List.of("region", "partner", "product", "sector", "from", "to", "currency", AsOf.PARAMETER);

  private final Parameters parameters = new Parameters();
  private final String sql;

  BulkQuery(Reading reading, Question question) {
    List<String> conditions = new ArrayList<>();
    conditions.add("f.currency = " + parameters.add(reading.currency()));
    question
        .month("from")
        .ifPresent(from -> conditions.add("f.period >= " + parameters.add(PeriodKey.of(from))));
    question
        .month("to")
        .ifPresent(to -> conditions.add("f.period <= " + parameters.add(PeriodKey.of(to))));
    List<Area> areas = question.areas(reading.groups());
    if (!areas.isEmpty()) {
      conditions.add(
          "f.region = ANY ("
              + parameters.add(
                  areas.stream()
                      .flatMap(area -> area.regions().stream())
                      .distinct()
                      .toArray(String[]::new))
              + ")");
    }
    List<Partners> partners = question.partners(reading.groups());
    if (!partners.isEmpty() && partners.stream().noneMatch(Partners::world)) {
      conditions.add(
          "f.partner = ANY ("
              + parameters.add(
                  partners.stream()
                      .flatMap(one -> one.codes().stream())
                      .distinct()
                      .toArray(String[]::new))
              + ")");
    }
    List<String> products =
        question.codes(
            "product", code -> code.matches("[0-9]{2,8}"), "an HS code of 2 to 8 digits");
    if (!products.isEmpty()) {
      conditions.add(Conditions.prefixes(products, parameters));
    }
    conditions.add(Conditions.sector(question.sector(reading.groups()), parameters));
    sql =
        """
        SELECT f.period, f.region, f.partner, f.product, f.value, f.quantity, f.unit FROM %s f
        WHERE %s ORDER BY f.currency, f.period, f.region, f.product, f.partner
        """
            .formatted(reading.facts(), String.join(" AND ", conditions));
  }

  String sql() {
    return sql;
  }

  Object[] parameters() {
    return parameters.array();
  }
}

package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.code.Sector;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.indicator.Indicator;
import dev.tradewind.metrics.indicator.IndicatorTable;
import dev.tradewind.metrics.indicator.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What must be known to read the figures. */
final class Caveats {
  private static final Set<Status> UNCOMPARED = Set.of(Status.HOLE, Status.NOT_COMPARABLE);
  private static final Set<Status> SMALL = Set.of(Status.LOW_BASE, Status.NEW_FLOW, Status.CEASED);
  private static final int NAMED = 8;
  private static final int FEBRUARY = 2;

  private Caveats() {}

  static List<Sentence> sentences(Pen pen, BriefingData data) {
    Scope scope = pen.scope();
    Wording words = pen.wording();
    IndicatorTable table = data.table(Sector.ALL, scope.window(), scope.period());
    Proof indicators = Proof.of("indicators", scope);
    List<Sentence> sentences = new ArrayList<>();
    if (!table.labels().isEmpty()) {
      sentences.add(
          pen.say(
              "caveat.label",
              indicators,
              List.of(),
              "label",
              words.list(table.labels().stream().map(words::label).toList())));
    }
    if (table.partial() != null) {
      sentences.add(
          pen.say(
              "caveat.partial",
              Proof.events("coverage", scope)
                  .with("partner", scope.partner())
                  .with("currency", scope.currency()),
              List.of(),
              "products",
              String.valueOf(table.coveredProducts())));
    }
    List<Indicator> regions =
        table.rows().stream().filter(row -> !row.region().equals(Region.NATION)).toList();
    List<Indicator> uncompared =
        regions.stream().filter(row -> UNCOMPARED.contains(row.status())).toList();
    if (!uncompared.isEmpty()) {
      sentences.add(
          pen.say(
              "caveat.uncompared",
              indicators,
              List.of(),
              "count",
              String.valueOf(uncompared.size()),
              "known",
              String.valueOf(regions.size())));
    }
    List<Indicator> small = regions.stream().filter(row -> SMALL.contains(row.status())).toList();
    if (!small.isEmpty()) {
      List<String> named =
          small.stream().limit(NAMED).map(row -> words.region(row.region())).toList();
      sentences.add(
          pen.say(
              "caveat.lowBase",
              indicators,
              List.of(),
              "count",
              words.count(small.size()),
              "list",
              small.size() > NAMED ? words.more(named, small.size() - NAMED) : words.list(named)));
    }
    if (scope.period().getMonthValue() <= FEBRUARY && scope.window() == Window.MONTH) {
      sentences.add(
          pen.say(
              "caveat.newYear",
              Proof.events("indicators", scope)
                  .with("partner", scope.partner())
                  .with("window", Window.JAN_FEB.id()),
              List.of()));
    }
    if (table.rows().stream().anyMatch(row -> row.status() == Status.PROVISIONAL)) {
      sentences.add(pen.say("caveat.provisional", indicators, List.of()));
    }
    sentences.add(
        pen.say("caveat.location", Proof.events("regions", scope).without("asOf"), List.of()));
    sentences.add(pen.say("caveat.association", Proof.of("dependence", scope), List.of()));
    return sentences;
  }
}

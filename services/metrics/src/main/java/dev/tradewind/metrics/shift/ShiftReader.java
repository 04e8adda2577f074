package dev.tradewind.metrics.shift;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.metrics.answer.Cursor;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.flow.Flow;
import dev.tradewind.metrics.flow.FlowQuery;
import dev.tradewind.metrics.flow.FlowReader;
import dev.tradewind.metrics.indicator.Money;
import dev.tradewind.metrics.indicator.Rates;
import dev.tradewind.metrics.indicator.Series;
import dev.tradewind.metrics.indicator.Status;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.reading.Reading;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds shifts. */
@Singleton
public class ShiftReader {
  private static final int NAMED = 3;

  /** The page that is asked for. */
  public ShiftPage read(Reading reading, ShiftQuestion question) {
    Version version = reading.version();
    Optional<Series> series = question.series().series(reading.coverage());
    if (series.isEmpty()) {
      return page(question, null, List.of(), null, none(), version, "nothing is known yet");
    }
    ComparableGroups groups =
        ComparableGroups.of(
            reading.coverage(),
            series.get(),
            question.level(),
            question.partners(),
            question.areas());
    if (groups.covered().isEmpty()) {
      return page(question, series.get(), List.of(), null, groups, version, nothing(groups));
    }
    int offset = offset(question, version);
    FlowQuery flows =
        flows(reading, question, series.get(), groups)
            .partners(question.partners().stream().flatMap(p -> p.codes().stream()).toList())
            .regions(question.areas().stream().flatMap(a -> a.regions().stream()).toList());
    String sql = ShiftQuery.sql(flows, question, offset);
    List<Flow> found = reading.session().list(sql, FlowReader::flow, flows.parameters());
    boolean more = found.size() > question.limit();
    List<ShiftItem> items = new ArrayList<>();
    for (Flow flow : more ? found.subList(0, question.limit()) : found) {
      items.add(item(flow, offset + items.size() + 1, question, series.get(), groups));
    }
    return page(
        question,
        series.get(),
        items,
        more ? Cursor.after(version, List.of(String.valueOf(offset + question.limit()))) : null,
        groups,
        version,
        items.isEmpty()
            ? "no flow of the "
                + groups.covered().size()
                + " compared product groups"
                + " reaches the thresholds"
            : null);
  }

  private static FlowQuery flows(
      Reading reading, ShiftQuestion question, Series series, ComparableGroups groups) {
    return question.level().sectors()
        ? FlowQuery.bySector(reading, series, groups.covered())
        : FlowQuery.byProduct(reading, series, question.level().digits())
            .without(List.copyOf(groups.excluded().keySet()));
  }

  private static ShiftItem item(
      Flow flow, int rank, ShiftQuestion question, Series series, ComparableGroups groups) {
    ShiftKind kind = question.thresholds().kind(flow.value(), flow.base()).orElseThrow();
    boolean recoded =
        (kind == ShiftKind.NEW_FLOW || kind == ShiftKind.CEASED)
            && question
                .level()
                .recoded(PeriodKey.year(series.baseMonths().get(0)), series.period().getYear());
    List<String> reasons = new ArrayList<>();
    if (recoded) {
      reasons.add("the HS edition changed between the windows: the code may have moved");
    }
    reasons.addAll(groups.labels());
    return new ShiftItem(
        rank,
        flow.region(),
        Region.nameEn(flow.region()),
        flow.product(),
        flow.partner(),
        Partner.nameEn(flow.partner()),
        series.period().toString(),
        series.window().id(),
        series.currency(),
        text(flow.value()),
        text(flow.base()),
        text(flow.change()),
        flow.value() == 0 ? null : Rates.of(flow.value(), flow.base()),
        kind.id(),
        status(kind, recoded).id(),
        List.copyOf(reasons));
  }

  private static Status status(ShiftKind kind, boolean recoded) {
    return recoded
        ? Status.NOT_COMPARABLE
        : switch (kind) {
          case NEW_FLOW -> Status.NEW_FLOW;
          case CEASED -> Status.CEASED;
          case GROWN, SHRUNK -> Status.OK;
        };
  }

  private static int offset(ShiftQuestion question, Version version) {
    if (question.cursor().isEmpty()) {
      return 0;
    }
    String key = Cursor.keys(question.cursor().get(), version, 1).get(0);
    if (key.length() > 9 || !key.chars().allMatch(Character::isDigit)) {
      throw Question.bad("cursor", "not a cursor of this list.");
    }
    return Integer.parseInt(key);
  }

  private static String nothing(ComparableGroups groups) {
    return groups.excluded().isEmpty()
        ? "nothing is known for all partners and regions asked about; see /api/v1/coverage"
        : "no product group is covered alike in both windows";
  }

  private static ComparableGroups none() {
    return new ComparableGroups(List.of(), java.util.Map.of(), java.util.Set.of());
  }

  private static ShiftPage page(
      ShiftQuestion question,
      @Nullable Series series,
      List<ShiftItem> items,
      @Nullable String next,
      ComparableGroups groups,
      Version version,
      @Nullable String reason) {
    return new ShiftPage(
        items,
        next,
        series == null ? null : series.period().toString(),
        question.series().window().id(),
        question.level().id(),
        question.series().currency(),
        groups.covered().size(),
        groups.excluded().size(),
        groups.excluded().entrySet().stream()
            .limit(NAMED)
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .toList(),
        List.copyOf(groups.labels()),
        version.applySeq(),
        reason);
  }

  private static String text(long minor) {
    return Objects.requireNonNull(Money.text(minor));
  }
}

package dev.tradewind.metrics.briefing;

import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.shift.ShiftItem;
import dev.tradewind.metrics.shift.ShiftPage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Supply chains: the flows that grew most, and those that are new. */
final class Shifts {
  private static final int GROWN = 5;
  private static final int NEW = 3;
  private static final BigDecimal STRONG = new BigDecimal("2.5");

  private final Pen pen;
  private final Scope scope;
  private final Wording words;
  private final BriefingData data;

  Shifts(Pen pen, BriefingData data) {
    this.pen = pen;
    this.data = data;
    this.scope = pen.scope();
    this.words = pen.wording();
  }

  /** By sector where any sector is known; else by HS code. */
  List<Sentence> sentences() {
    ShiftPage page = data.shifts("sector");
    if (page.comparedGroups() == 0) {
      page = data.shifts("8");
    }
    List<Sentence> sentences = new ArrayList<>();
    List<ShiftItem> items =
        page.items().stream()
            .filter(item -> !broad(item.product()) && !item.partner().equals(scope.partner()))
            .toList();
    list(
        sentences,
        "shifts.grown",
        "grown",
        page.level(),
        items.stream()
            .filter(item -> item.fold() != null && item.fold().compareTo(STRONG) >= 0)
            .limit(GROWN)
            .toList(),
        item -> {
          BigDecimal fold = Objects.requireNonNull(item.fold());
          return pen.text(
              "shifts.one",
              "product",
              words.sector(item.product()),
              "region",
              words.region(item.region()),
              "partner",
              words.partner(item.partner()),
              "fold",
              words.fold(fold),
              "base",
              words.money(new BigDecimal(item.baseValue()), scope.currency()),
              "value",
              words.money(new BigDecimal(item.value()), scope.currency()));
        });
    list(
        sentences,
        "shifts.new",
        "new-flow",
        page.level(),
        items.stream().filter(item -> item.status().equals("new-flow")).limit(NEW).toList(),
        item ->
            pen.text(
                "shifts.newOne",
                "product",
                words.sector(item.product()),
                "region",
                words.region(item.region()),
                "partner",
                words.partner(item.partner()),
                "value",
                words.money(new BigDecimal(item.value()), scope.currency())));
    return sentences;
  }

  private void list(
      List<Sentence> sentences,
      String key,
      String kind,
      String level,
      List<ShiftItem> items,
      Function<ShiftItem, String> text) {
    if (!items.isEmpty()) {
      sentences.add(
          pen.say(
              key,
              Proof.of("shifts", scope).without("partner").with("level", level).with("kind", kind),
              items.stream().map(Shifts::figure).toList(),
              "list",
              words.longList(items.stream().map(text).toList())));
    }
  }

  private static Figure figure(ShiftItem item) {
    BigDecimal fold = item.fold();
    return (fold == null
            ? Figure.of("value", item.region(), new BigDecimal(item.value()))
            : Figure.of("fold", item.region(), fold))
        .in(item.product())
        .to(item.partner());
  }

  /** Whether it contains other sectors, which say more. */
  private static boolean broad(String product) {
    Sector sector = Sector.of(product);
    return sector != null
        && Sector.all().stream()
            .filter(other -> other.isDefault() && !other.id().equals(sector.id()))
            .flatMap(other -> other.editions().stream())
            .flatMap(edition -> edition.prefixes().stream())
            .anyMatch(
                code ->
                    sector.editions().stream()
                        .flatMap(edition -> edition.prefixes().stream())
                        .anyMatch(code::startsWith));
  }
}

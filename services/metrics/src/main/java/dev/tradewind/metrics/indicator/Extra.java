package dev.tradewind.metrics.indicator;

import dev.tradewind.metrics.answer.Question;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Figures that are given only where they are asked for, each with the fields it brings. */
enum Extra {
  /** The rank in the base window, and the places climbed since then; negative is fallen. */
  RANK("baseRank", "rankChange"),
  /** The year-to-date rate beside any other window. */
  YTD("ytdYoy"),
  /** Which of the figures called exposure this is. */
  DEFINITION("exposureDefinition"),
  /** Concentration over destinations, and as how many equal markets it is. */
  HHI("hhi", "markets"),
  /** Revealed comparative advantage within China. */
  RCA("rca"),
  /** Compound growth a year over several years. */
  CAGR("cagr", "cagrYears"),
  /** How unusual the rate is among those of the 36 months before. */
  Z("zScore", "zMonths"),
  /** How much of the change is quantity and how much price, where quantities are known. */
  PRICES("quantityEffect", "priceEffect", "unmatchedChange", "quantityCoverage");

  /** The name of the parameter. */
  static final String PARAMETER = "more";

  /** The field that says why figures are null. */
  static final String REASONS = "moreReasons";

  private static final String ALL = "all";
  static final List<String> IDS = Arrays.stream(values()).map(Extra::id).toList();

  private final String fields;

  Extra(String... fields) {
    this.fields = String.join(" ", fields);
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its fields, in order. */
  List<String> fields() {
    return List.of(fields.split(" "));
  }

  /** Those that a question names; none unless it does. */
  static Set<Extra> of(Question question) {
    List<String> ids =
        question.codes(
            PARAMETER,
            id -> id.equals(ALL) || IDS.contains(id),
            "one of all, " + String.join(", ", IDS));
    Set<Extra> extras = EnumSet.noneOf(Extra.class);
    for (Extra extra : values()) {
      if (ids.contains(ALL) || ids.contains(extra.id())) {
        extras.add(extra);
      }
    }
    return extras;
  }

  /** The fields of these, in order, and the reasons. */
  static List<String> fields(Set<Extra> extras) {
    return java.util.stream.Stream.concat(
            extras.stream().flatMap(extra -> extra.fields().stream()),
            extras.isEmpty()
                ? java.util.stream.Stream.empty()
                : java.util.stream.Stream.of(REASONS))
        .toList();
  }
}

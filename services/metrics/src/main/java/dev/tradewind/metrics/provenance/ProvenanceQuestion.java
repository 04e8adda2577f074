package dev.tradewind.metrics.provenance;

import dev.tradewind.contracts.period.Window;
import dev.tradewind.metrics.answer.AsOf;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.sector.SectorFilter;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which number is asked about, in the words of {@code /indicators}.
 *
 * @param area whose exports
 * @param partner to whom
 * @param sector of what
 * @param product an HS code of which, if one is named
 * @param months in which months
 */
record ProvenanceQuestion(
    Area area,
    Partners partner,
    SectorFilter sector,
    Optional<String> product,
    List<YearMonth> months) {
  static final List<String> PARAMETERS =
      List.of(
          "region", "partner", "sector", "product", "window", "period", "currency", AsOf.PARAMETER);

  private static final Pattern PREFIX = Pattern.compile("[0-9]{2,8}");

  static ProvenanceQuestion of(Question question, Reading reading) {
    List<Area> areas = question.areas(reading.groups());
    if (areas.size() > 1) {
      throw Question.bad("region", "one region or group, or CN.");
    }
    Partners partner = question.partner(reading.groups());
    SectorFilter asked = question.sector(reading.groups());
    Optional<String> product = question.text("product");
    product
        .filter(code -> !PREFIX.matcher(code).matches())
        .ifPresent(
            code -> {
              throw Question.bad("product", "'" + code + "' is not an HS code of 2 to 8 digits.");
            });
    if (product.isPresent() && question.text("sector").isPresent()) {
      throw Question.bad("product", "give either product or sector.");
    }
    SectorFilter sector =
        product.map(code -> Objects.requireNonNull(SectorFilter.of("hs:" + code))).orElse(asked);
    Window window =
        Window.of(
            question.oneOf(
                "window", Arrays.stream(Window.values()).map(Window::id).toList(), "ytd"));
    YearMonth period =
        question
            .month("period")
            .or(
                () ->
                    Optional.ofNullable(reading.coverage().newestSeen(partner, sector))
                        .map(PeriodKey::month))
            .orElseThrow(() -> Question.bad("period", "nothing is known; name a month."));
    if (!window.exists(period)) {
      throw Question.bad("window", "jan-feb exists for February only, not for " + period + ".");
    }
    return new ProvenanceQuestion(
        areas.isEmpty() ? Area.NATION : areas.get(0),
        partner,
        sector,
        product,
        window.months(period));
  }

  /** Whether it is about one cell, of which every vintage can be told. */
  boolean cell() {
    return product.isPresent()
        && months.size() == 1
        && area.single()
        && partner.codes().size() == 1
        && !partner.world();
  }

  /** The question to ingest that gives the lines. */
  String lines(String submission) {
    return "/api/v1/submissions/"
        + submission
        + "/lines?period="
        + months.stream().map(YearMonth::toString).collect(java.util.stream.Collectors.joining(","))
        + (area.whole() ? "" : "&region=" + String.join(",", area.regions()))
        + (partner.world() ? "" : "&partner=" + String.join(",", partner.codes()))
        + products();
  }

  private String products() {
    List<String> prefixes = sector.prefixes(months.get(months.size() - 1).getYear());
    return prefixes.isEmpty() ? "" : "&product=" + String.join(",", prefixes);
  }
}

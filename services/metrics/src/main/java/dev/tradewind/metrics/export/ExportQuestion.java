package dev.tradewind.metrics.export;

import dev.tradewind.metrics.answer.AsOf;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Groups;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.sector.SectorFilter;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which sums of exports are asked for.
 *
 * @param by the dimensions that stay; the others are summed over
 * @param regions only these; all if empty
 * @param partners only these; all if empty
 * @param products only products that begin with one of these; all if empty
 * @param sector only products of this sector
 * @param from first month, if bounded
 * @param to last month, if bounded
 * @param currency ISO 4217
 * @param limit the most items of one part
 * @param cursor where the list goes on, if it does
 */
record ExportQuestion(
    Set<Dimension> by,
    List<String> regions,
    List<String> partners,
    List<String> products,
    SectorFilter sector,
    Optional<YearMonth> from,
    Optional<YearMonth> to,
    String currency,
    int limit,
    Optional<String> cursor) {

  static final List<String> PARAMETERS =
      List.of(
          "by",
          "region",
          "partner",
          "product",
          "sector",
          "from",
          "to",
          "currency",
          "limit",
          "cursor",
          AsOf.PARAMETER);

  private static final Pattern PREFIX = Pattern.compile("[0-9]{2,8}");
  private static final int DEFAULT_LIMIT = 1_000;
  private static final int LARGEST_LIMIT = 10_000;

  static ExportQuestion of(Question question, Groups groups) {
    Set<Dimension> by = EnumSet.noneOf(Dimension.class);
    List<String> names =
        question.codes(
            "by",
            Dimension.NAMES::contains,
            "a dimension; allowed are " + String.join(", ", Dimension.NAMES));
    for (Dimension dimension : Dimension.values()) {
      if (names.isEmpty() || names.contains(dimension.column())) {
        by.add(dimension);
      }
    }
    List<String> products =
        question.codes(
            "product", code -> PREFIX.matcher(code).matches(), "an HS code of 2 to 8 digits");
    return new ExportQuestion(
        by,
        regions(question.areas(groups)),
        partners(question.partners(groups)),
        products,
        question.sector(groups),
        question.month("from"),
        question.month("to"),
        question.currency(),
        question.number("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT),
        question.text("cursor"));
  }

  /** The nation is all regions: no filter. */
  private static List<String> regions(List<Area> areas) {
    return areas.stream().anyMatch(Area::whole)
        ? List.of()
        : areas.stream().flatMap(area -> area.regions().stream()).distinct().sorted().toList();
  }

  /** The world is all partners: no filter. */
  private static List<String> partners(List<Partners> partners) {
    return partners.stream().anyMatch(Partners::world)
        ? List.of()
        : partners.stream().flatMap(p -> p.codes().stream()).distinct().sorted().toList();
  }
}

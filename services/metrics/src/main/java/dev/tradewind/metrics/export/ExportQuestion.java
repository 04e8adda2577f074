package dev.tradewind.metrics.export;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.metrics.answer.Question;
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
          "cursor");

  private static final Pattern PREFIX = Pattern.compile("[0-9]{2,8}");
  private static final int DEFAULT_LIMIT = 1_000;
  private static final int LARGEST_LIMIT = 10_000;

  static ExportQuestion of(Question question) {
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
        withoutTotal(question.regions(), Region.NATION),
        withoutTotal(question.partners(), Partner.WORLD),
        products,
        question.sector(),
        question.month("from"),
        question.month("to"),
        question.currency(),
        question.number("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT),
        question.text("cursor"));
  }

  /** The nation is all regions and the world all partners: no filter. */
  private static List<String> withoutTotal(List<String> codes, String total) {
    return codes.contains(total) ? List.of() : codes;
  }
}

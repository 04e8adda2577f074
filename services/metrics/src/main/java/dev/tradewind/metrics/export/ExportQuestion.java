package dev.tradewind.metrics.export;

import dev.tradewind.metrics.answer.AsOf;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Groups;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.sector.SectorFilter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which sums of exports are asked for.
 *
 * @param by the dimensions that stay; the others are summed over
 * @param areas only these; all if empty
 * @param partners only these; all if empty
 * @param products only products that begin with one of these; all if empty
 * @param sector only products of this sector
 * @param windows which months are summed to which period
 * @param currency ISO 4217
 * @param limit the most items of one part
 * @param cursor where the list goes on, if it does
 */
record ExportQuestion(
    Set<Dimension> by,
    List<Area> areas,
    List<Partners> partners,
    List<String> products,
    SectorFilter sector,
    Windows windows,
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
          "window",
          "period",
          "from",
          "to",
          "currency",
          "limit",
          "cursor",
          AsOf.PARAMETER);

  private static final Set<Dimension> DEFAULT =
      EnumSet.of(Dimension.PERIOD, Dimension.REGION, Dimension.PRODUCT, Dimension.PARTNER);
  private static final Pattern PREFIX = Pattern.compile("[0-9]{2,8}");
  private static final int DEFAULT_LIMIT = 1_000;
  private static final int LARGEST_LIMIT = 10_000;

  static ExportQuestion of(Question question, Reading reading) {
    Groups groups = reading.groups();
    Set<Dimension> by = by(question);
    List<Area> areas = question.areas(groups);
    List<Partners> partners = question.partners(groups);
    if (by.contains(Dimension.REGION_GROUP) && areas.isEmpty()) {
      throw Question.bad("region", "name the groups that by=region-group is to show.");
    }
    if (by.contains(Dimension.PARTNER_GROUP)
        && (partners.isEmpty() || partners.contains(Partners.WORLD))) {
      throw Question.bad("partner", "name the groups that by=partner-group is to show, not WLD.");
    }
    SectorFilter sector = question.sector(groups);
    Windows windows =
        Windows.of(question, () -> reading.coverage().newestSeen(Partners.WORLD, sector));
    if (windows.periods().size() > 1 && !by.contains(Dimension.PERIOD)) {
      throw Question.bad("by", "several windows overlap; add period, or ask for one period.");
    }
    return new ExportQuestion(
        by,
        areas,
        partners,
        question.codes(
            "product", code -> PREFIX.matcher(code).matches(), "an HS code of 2 to 8 digits"),
        sector,
        windows,
        question.currency(),
        question.number("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT),
        question.text("cursor"));
  }

  private static Set<Dimension> by(Question question) {
    List<String> names =
        question.codes(
            "by",
            Dimension.NAMES::contains,
            "a dimension; allowed are " + String.join(", ", Dimension.NAMES));
    if (names.isEmpty()) {
      return EnumSet.copyOf(DEFAULT);
    }
    Set<Dimension> by = EnumSet.noneOf(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      if (names.contains(dimension.id())) {
        by.add(dimension);
      }
    }
    if (by.stream().filter(Dimension.PRODUCTS::contains).count() > 1) {
      throw Question.bad("by", "one of product, hs2, hs4, hs6, hs8 and sector at a time.");
    }
    refuseBoth(by, Dimension.REGION, Dimension.REGION_GROUP);
    refuseBoth(by, Dimension.PARTNER, Dimension.PARTNER_GROUP);
    return by;
  }

  private static void refuseBoth(Set<Dimension> by, Dimension one, Dimension other) {
    if (by.contains(one) && by.contains(other)) {
      throw Question.bad("by", "either " + one.id() + " or " + other.id() + ".");
    }
  }

  /** The nation is all regions: no filter, unless groups are shown as wholes. */
  List<String> regions() {
    return areas.stream().anyMatch(Area::whole)
        ? List.of()
        : areas.stream().flatMap(area -> area.regions().stream()).distinct().sorted().toList();
  }

  /** The world is all partners: no filter. */
  List<String> partnerCodes() {
    return partners.stream().anyMatch(Partners::world)
        ? List.of()
        : partners.stream().flatMap(p -> p.codes().stream()).distinct().sorted().toList();
  }

  /** Whether all partners are added up. */
  boolean world() {
    return partnerCodes().isEmpty()
        && !by.contains(Dimension.PARTNER)
        && !by.contains(Dimension.PARTNER_GROUP);
  }

  /**
   * Whether the stored sums answer it: no products are told apart but chapters or sectors, and none
   * are left out but by a sector whose sums are stored.
   */
  boolean stored() {
    Set<Dimension> products = EnumSet.copyOf(by);
    products.retainAll(Dimension.PRODUCTS);
    return this.products.isEmpty()
        && (products.isEmpty()
            ? sector.stored()
            : sector.equals(SectorFilter.ALL)
                && (products.contains(Dimension.HS2) || products.contains(Dimension.SECTOR)));
  }

  /** Whether rows are of products, so that quantities of one unit can be told. */
  boolean byProduct() {
    return by.stream()
        .anyMatch(d -> d == Dimension.PRODUCT || d == Dimension.HS8 || d == Dimension.HS6);
  }
}

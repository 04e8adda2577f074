package dev.tradewind.ingest.check;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the sender says the files cover, beyond what they list: {@code
 * partners:USA,VNM;regions:CN-GD}, or {@code partners:all}. With {@code modes} the sender says
 * which trade modes the query was limited to, or with {@code modes:all} that it was not.
 *
 * @param partners the declared partners; null if nothing is said of partners
 * @param regions the declared regions; null if nothing is said of regions
 * @param modes the declared trade modes; null if nothing is said of them
 */
public record DeclaredCoverage(
    @Nullable Codes partners, @Nullable Codes regions, @Nullable Codes modes) {
  private static final Pattern MODE = Pattern.compile("[0-9]{2}");

  /** Nothing is declared. */
  public static final DeclaredCoverage NONE = new DeclaredCoverage(null, null, null);

  /**
   * Codes of one dimension.
   *
   * @param all whether all codes are covered
   * @param listed the codes, if not all
   */
  public record Codes(boolean all, NavigableSet<String> listed) {
    boolean contains(String code) {
      return all || listed.contains(code);
    }

    private String canonical() {
      return all ? "all" : String.join(",", listed);
    }
  }

  /**
   * Reads the parameter.
   *
   * @throws IllegalArgumentException that says what is wrong with it
   */
  public static DeclaredCoverage parse(String text) {
    Codes partners = null;
    Codes regions = null;
    Codes modes = null;
    for (String part : text.split(";")) {
      String[] sides = part.strip().split(":", 2);
      if (sides.length != 2) {
        throw new IllegalArgumentException(
            "'" + part + "' is not of the form partners:USA,VNM or regions:CN-GD or modes:all");
      }
      switch (sides[0].strip()) {
        case "partners" -> partners = codes(partners, sides[1], code -> Partner.of(code) != null);
        case "regions" -> regions = codes(regions, sides[1], code -> Region.of(code) != null);
        case "modes" -> modes = codes(modes, sides[1], code -> MODE.matcher(code).matches());
        default ->
            throw new IllegalArgumentException(
                "'" + sides[0] + "' is not known, use partners, regions and modes");
      }
    }
    return new DeclaredCoverage(partners, regions, modes);
  }

  private static Codes codes(@Nullable Codes before, String list, Predicate<String> known) {
    if (before != null) {
      throw new IllegalArgumentException("a dimension is declared twice");
    }
    if (list.strip().equals("all")) {
      return new Codes(true, new TreeSet<>());
    }
    NavigableSet<String> codes = new TreeSet<>();
    Arrays.stream(list.split(",")).map(String::strip).forEach(codes::add);
    for (String code : codes) {
      if (!known.test(code)) {
        throw new IllegalArgumentException("'" + code + "' is not a code of the list");
      }
    }
    return new Codes(false, codes);
  }

  /** The same declaration always in the same words; empty if nothing is declared. */
  public String canonical() {
    StringBuilder text = new StringBuilder();
    if (partners != null) {
      text.append("partners:").append(partners.canonical());
    }
    if (regions != null) {
      text.append(text.isEmpty() ? "" : ";").append("regions:").append(regions.canonical());
    }
    if (modes != null) {
      text.append(text.isEmpty() ? "" : ";").append("modes:").append(modes.canonical());
    }
    return text.toString();
  }
}

package dev.tradewind.contracts.code;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trading partner. Some were given new customs codes; all codes of one partner share its {@link
 * #code()}.
 *
 * @param code ISO 3166-1 alpha-3, or {@code X} and the customs code where there is none, such as
 *     {@code X701}
 * @param iso2 ISO 3166-1 alpha-2, or empty
 * @param m49 UN M49, or empty
 * @param nameEn English name
 * @param nameZh Chinese name
 * @param gaccCodes its customs codes, each with its validity
 */
public record Partner(
    String code, String iso2, String m49, String nameEn, String nameZh, List<GaccCode> gaccCodes) {

  /** The code of the world: the sum of all partners. */
  public static final String WORLD = "WLD";

  /**
   * A customs code of a partner.
   *
   * @param code three digits
   * @param validFrom first month of use; null if always
   * @param validTo last month of use; null if still in use
   */
  public record GaccCode(String code, @Nullable YearMonth validFrom, @Nullable YearMonth validTo) {
    /** Whether the code was in use in that month. */
    public boolean valid(YearMonth month) {
      return (validFrom == null || !month.isBefore(validFrom))
          && (validTo == null || !month.isAfter(validTo));
    }
  }

  private static final Map<String, Partner> BY_CODE = new LinkedHashMap<>();
  private static final Map<String, Partner> BY_GACC = new HashMap<>();
  private static final Map<String, GaccCode> GACC = new HashMap<>();

  static {
    Map<String, List<GaccCode>> codes = new HashMap<>();
    List<de.siegmar.fastcsv.reader.NamedCsvRecord> rows = CodeTable.read("partners.csv");
    for (var row : rows) {
      GaccCode gacc =
          new GaccCode(
              row.getField("gacc"),
              month(row.getField("valid_from")),
              month(row.getField("valid_to")));
      codes.computeIfAbsent(row.getField("code"), code -> new java.util.ArrayList<>()).add(gacc);
      GACC.put(gacc.code, gacc);
    }
    for (var row : rows) {
      String code = row.getField("code");
      Partner partner =
          BY_CODE.computeIfAbsent(
              code,
              c ->
                  new Partner(
                      c,
                      row.getField("iso2"),
                      row.getField("m49"),
                      row.getField("name_en"),
                      row.getField("name_zh"),
                      List.copyOf(codes.getOrDefault(c, List.of()))));
      BY_GACC.put(row.getField("gacc"), partner);
    }
  }

  /** All partners, in the order of their customs codes. */
  public static Collection<Partner> all() {
    return Collections.unmodifiableCollection(BY_CODE.values());
  }

  /** The partner of that code, or null. */
  public static @Nullable Partner of(String code) {
    return BY_CODE.get(code);
  }

  /** The partner that the customs code stands for, in use or not, or null. */
  public static @Nullable Partner ofGacc(String gacc) {
    return BY_GACC.get(gacc);
  }

  /** The customs code with its validity, or null. */
  public static @Nullable GaccCode gacc(String gacc) {
    return GACC.get(gacc);
  }

  /** The English name of a partner or of the world. */
  public static String nameEn(String code) {
    Partner partner = BY_CODE.get(code);
    return partner != null ? partner.nameEn : WORLD.equals(code) ? "World" : code;
  }

  /** The Chinese name of a partner or of the world. */
  public static String nameZh(String code) {
    Partner partner = BY_CODE.get(code);
    return partner != null ? partner.nameZh : WORLD.equals(code) ? "世界" : code;
  }

  private static @Nullable YearMonth month(String text) {
    return text.isEmpty() ? null : YearMonth.parse(text);
  }
}

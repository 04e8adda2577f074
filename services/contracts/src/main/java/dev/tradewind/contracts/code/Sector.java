package dev.tradewind.contracts.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named set of HS prefixes, in one variant. Prefixes may depend on the HS edition in force in a
 * year.
 *
 * @param sector the sector's name in ids, such as {@code furniture}
 * @param variant such as {@code narrow}
 * @param isDefault whether {@link #id()} is the bare sector name
 * @param nameEn English name
 * @param nameZh Chinese name
 * @param editions prefixes by year
 */
public record Sector(
    String sector,
    String variant,
    boolean isDefault,
    String nameEn,
    String nameZh,
    List<Edition> editions) {

  /** The id of the sum over all products. */
  public static final String ALL = "all";

  /**
   * The prefixes in a range of years.
   *
   * @param firstYear null if from the beginning
   * @param lastYear null if still in force
   * @param prefixes HS prefixes of 2 to 8 digits
   */
  public record Edition(
      @Nullable Integer firstYear, @Nullable Integer lastYear, List<String> prefixes) {
    /** Whether it is in force in that year. */
    public boolean in(int year) {
      return (firstYear == null || year >= firstYear) && (lastYear == null || year <= lastYear);
    }
  }

  private static final Map<String, Sector> BY_ID = new LinkedHashMap<>();

  static {
    Map<String, List<Edition>> editions = new LinkedHashMap<>();
    List<de.siegmar.fastcsv.reader.NamedCsvRecord> rows = CodeTable.read("sectors.csv");
    for (var row : rows) {
      editions
          .computeIfAbsent(
              row.getField("sector") + ":" + row.getField("variant"), key -> new ArrayList<>())
          .add(
              new Edition(
                  year(row.getField("first_year")),
                  year(row.getField("last_year")),
                  List.of(row.getField("hs_prefixes").split("\\|"))));
    }
    for (var row : rows) {
      Sector sector =
          new Sector(
              row.getField("sector"),
              row.getField("variant"),
              Boolean.parseBoolean(row.getField("default")),
              row.getField("name_en"),
              row.getField("name_zh"),
              List.copyOf(
                  editions.getOrDefault(
                      row.getField("sector") + ":" + row.getField("variant"), List.of())));
      BY_ID.putIfAbsent(sector.id(), sector);
    }
  }

  /** The name in the API: the sector, with its variant unless that is the default. */
  public String id() {
    return isDefault ? sector : sector + ":" + variant;
  }

  /**
   * Whether a product of that year belongs to the sector: its code begins with one of the prefixes
   * in force.
   */
  public boolean contains(String product, int year) {
    return editions.stream()
        .filter(edition -> edition.in(year))
        .flatMap(edition -> edition.prefixes.stream())
        .anyMatch(product::startsWith);
  }

  /** All sectors in all variants. */
  public static Collection<Sector> all() {
    return Collections.unmodifiableCollection(BY_ID.values());
  }

  /** The sector of that id, or null; {@code sector:variant} also finds the default variant. */
  public static @Nullable Sector of(String id) {
    Sector sector = BY_ID.get(id);
    if (sector != null) {
      return sector;
    }
    return BY_ID.values().stream()
        .filter(s -> (s.sector + ":" + s.variant).equals(id))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Integer year(String text) {
    return text.isEmpty() ? null : Integer.valueOf(text);
  }
}

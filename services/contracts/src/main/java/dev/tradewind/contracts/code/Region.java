package dev.tradewind.contracts.code;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the 31 mainland provincial-level regions. "Location" in the customs data is where the
 * exporting firm is registered.
 *
 * @param code ISO 3166-2, such as {@code CN-GD}
 * @param gacc the customs location code: first two digits of GB/T 2260, such as {@code 44}
 * @param nameEn English short name
 * @param nameZh Chinese short name
 * @param fullNameZh Chinese full name, as in the customs files
 * @param aliases other names in use
 * @param macroRegion {@code East}, {@code Central}, {@code West} or {@code Northeast}
 */
public record Region(
    String code,
    String gacc,
    String nameEn,
    String nameZh,
    String fullNameZh,
    List<String> aliases,
    String macroRegion) {

  /** The code of the nation: the sum of the 31 regions. */
  public static final String NATION = "CN";

  private static final Map<String, Region> BY_CODE = new LinkedHashMap<>();
  private static final Map<String, Region> BY_GACC = new HashMap<>();
  private static final Map<String, Region> BY_NAME = new HashMap<>();

  static {
    for (var row : CodeTable.read("regions.csv")) {
      Region region =
          new Region(
              row.getField("code"),
              row.getField("gacc"),
              row.getField("name_en"),
              row.getField("name_zh"),
              row.getField("full_name_zh"),
              List.of(row.getField("aliases").split("\\|")),
              row.getField("macro_region"));
      BY_CODE.put(region.code, region);
      BY_GACC.put(region.gacc, region);
      region.names().forEach(name -> BY_NAME.put(name.toLowerCase(Locale.ROOT), region));
    }
  }

  /** All 31, in the order of their customs codes. */
  public static Collection<Region> all() {
    return java.util.Collections.unmodifiableCollection(BY_CODE.values());
  }

  /** The region of that ISO code, or null. */
  public static @Nullable Region of(String code) {
    return BY_CODE.get(code);
  }

  /** The region of that two-digit customs code, or null; district codes are not accepted here. */
  public static @Nullable Region ofGacc(String gacc) {
    return BY_GACC.get(gacc);
  }

  /** The region of that Chinese or English name or alias, or null. */
  public static @Nullable Region named(String name) {
    return BY_NAME.get(name.strip().toLowerCase(Locale.ROOT));
  }

  /** The English name of a region or of the nation. */
  public static String nameEn(String code) {
    Region region = BY_CODE.get(code);
    return region != null ? region.nameEn : NATION.equals(code) ? "China" : code;
  }

  /** The Chinese name of a region or of the nation. */
  public static String nameZh(String code) {
    Region region = BY_CODE.get(code);
    return region != null ? region.nameZh : NATION.equals(code) ? "全国" : code;
  }

  private List<String> names() {
    List<String> names = new java.util.ArrayList<>(aliases);
    names.addAll(List.of(nameEn, nameZh, fullNameZh));
    names.removeIf(String::isEmpty);
    return names;
  }
}

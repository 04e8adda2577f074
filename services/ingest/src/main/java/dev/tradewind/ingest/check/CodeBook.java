package dev.tradewind.ingest.check;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The code lists with a place for each code, so that cells can be numbers while they are sorted.
 */
public final class CodeBook {
  private static final List<Region> REGIONS = List.copyOf(Region.all());
  private static final List<Partner> PARTNERS = List.copyOf(Partner.all());
  private static final Map<String, Integer> REGION_PLACES = new HashMap<>();
  private static final Map<String, Integer> PARTNER_PLACES = new HashMap<>();
  private static final Map<String, Partner> PARTNERS_BY_NAME = new HashMap<>();

  static {
    for (int i = 0; i < REGIONS.size(); i++) {
      REGION_PLACES.put(REGIONS.get(i).code(), i);
    }
    for (int i = 0; i < PARTNERS.size(); i++) {
      Partner partner = PARTNERS.get(i);
      PARTNER_PLACES.put(partner.code(), i);
      PARTNERS_BY_NAME.put(key(partner.nameEn()), partner);
      PARTNERS_BY_NAME.put(key(partner.nameZh()), partner);
    }
  }

  private CodeBook() {}

  /** The ISO code of the region at that place. */
  public static String region(int place) {
    return REGIONS.get(place).code();
  }

  /** The code of the partner at that place. */
  public static String partner(int place) {
    return PARTNERS.get(place).code();
  }

  /** The place of the region of that ISO code; −1 if there is none. */
  public static int regionPlace(String code) {
    return REGION_PLACES.getOrDefault(code, -1);
  }

  /** The place of the partner of that code; −1 if there is none. */
  public static int partnerPlace(String code) {
    return PARTNER_PLACES.getOrDefault(code, -1);
  }

  static int place(Region region) {
    return REGION_PLACES.getOrDefault(region.code(), -1);
  }

  static int place(Partner partner) {
    return PARTNER_PLACES.getOrDefault(partner.code(), -1);
  }

  static @Nullable Partner partnerNamed(String name) {
    return PARTNERS_BY_NAME.get(key(name));
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}

package dev.tradewind.ingest.check;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.ingest.format.PlainText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The code lists with a place for each code, so that cells can be numbers while they are sorted.
 * Behind the lists stand the nation and the world, which reference series are of.
 */
public final class CodeBook {
  private static final List<Region> REGIONS = List.copyOf(Region.all());
  private static final List<Partner> PARTNERS = List.copyOf(Partner.all());
  private static final Map<String, Integer> REGION_PLACES = new HashMap<>();
  private static final Map<String, Integer> PARTNER_PLACES = new HashMap<>();
  private static final Map<String, Integer> PARTNERS_BY_NAME = new HashMap<>();

  /** The place of the nation as a whole. */
  static final int NATION = REGIONS.size();

  /** The place of all partners together. */
  static final int WORLD = PARTNERS.size();

  static {
    for (int i = 0; i < REGIONS.size(); i++) {
      REGION_PLACES.put(REGIONS.get(i).code(), i);
    }
    REGION_PLACES.put(Region.NATION, NATION);
    for (int i = 0; i < PARTNERS.size(); i++) {
      Partner partner = PARTNERS.get(i);
      PARTNER_PLACES.put(partner.code(), i);
      PARTNERS_BY_NAME.put(key(partner.nameEn()), i);
      PARTNERS_BY_NAME.put(key(partner.nameZh()), i);
    }
    // Two letters are never a customs code, and no other code is two letters.
    for (Partner partner : PARTNERS) {
      if (!partner.iso2().isEmpty()) {
        PARTNER_PLACES.putIfAbsent(partner.iso2(), PARTNER_PLACES.get(partner.code()));
      }
    }
    PARTNER_PLACES.put(Partner.WORLD, WORLD);
  }

  private CodeBook() {}

  /** The ISO code of the region at that place. */
  public static String region(int place) {
    return place == NATION ? Region.NATION : REGIONS.get(place).code();
  }

  /** The code of the partner at that place. */
  public static String partner(int place) {
    return place == WORLD ? Partner.WORLD : PARTNERS.get(place).code();
  }

  /** The place of the region of that ISO code, or of the nation; −1 if there is none. */
  public static int regionPlace(String code) {
    return place(REGION_PLACES, code);
  }

  /** The place of the partner of that code, or of the world; −1 if there is none. */
  public static int partnerPlace(String code) {
    return place(PARTNER_PLACES, code);
  }

  /** The place of the region with that customs code, ISO code or name; −1 if there is none. */
  public static int regionOf(String text) {
    Region region = Region.ofGacc(text);
    int place = place(REGION_PLACES, region == null ? text : region.code());
    return place < 0 ? regionNamed(text) : place;
  }

  /** The place of the partner with that customs code, ISO code or name; −1 if there is none. */
  public static int partnerOf(String text) {
    Partner partner = Partner.ofGacc(text);
    int place = place(PARTNER_PLACES, partner == null ? text : partner.code());
    return place < 0 ? partnerNamed(text) : place;
  }

  /** The place of the region of that name; −1 if there is none. */
  public static int regionNamed(String name) {
    Region region = Region.named(name);
    return region == null ? -1 : place(REGION_PLACES, region.code());
  }

  /** The place of the partner of that name; −1 if there is none. */
  public static int partnerNamed(String name) {
    return place(PARTNERS_BY_NAME, key(name));
  }

  private static int place(Map<String, Integer> places, String key) {
    @Nullable Integer place = places.get(key);
    return place == null ? -1 : place;
  }

  private static String key(String name) {
    return PlainText.of(name).toLowerCase(Locale.ROOT);
  }
}

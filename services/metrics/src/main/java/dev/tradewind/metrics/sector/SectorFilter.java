package dev.tradewind.metrics.sector;

import dev.tradewind.contracts.code.Sector;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which products a figure sums over: all, a sector of the code list or of one's own, a prefix. */
public sealed interface SectorFilter {
  /** Everything. */
  SectorFilter ALL = new All();

  /**
   * The name in the API: {@code all}, {@code footwear}, {@code furniture:broad}, {@code hs:8542}.
   */
  String id();

  /** Whether a product of that year belongs to it. */
  boolean contains(String product, int year);

  /** The HS prefixes in force in that year; empty for everything. */
  List<String> prefixes(int year);

  /** The prefixes by range of years; empty for everything. */
  List<Sector.Edition> editions();

  /** Whether sums over it are stored, so that it need not be summed over facts. */
  boolean stored();

  /** The filter of that name, or null if there is none. */
  static @Nullable SectorFilter of(String id) {
    if (id.equals(Sector.ALL)) {
      return ALL;
    }
    if (id.startsWith(Prefix.SCHEME)) {
      String prefix = id.substring(Prefix.SCHEME.length());
      return Prefix.DIGITS.matcher(prefix).matches() ? new Prefix(prefix) : null;
    }
    Sector sector = Sector.of(id);
    return sector == null ? null : new Listed(sector);
  }

  /** The id under which the sums of a product's chapter are stored. */
  static String chapter(String product) {
    return Prefix.SCHEME + product.substring(0, Prefix.CHAPTER);
  }

  /** All products. */
  record All() implements SectorFilter {
    @Override
    public String id() {
      return Sector.ALL;
    }

    @Override
    public boolean contains(String product, int year) {
      return true;
    }

    @Override
    public List<String> prefixes(int year) {
      return List.of();
    }

    @Override
    public List<Sector.Edition> editions() {
      return List.of();
    }

    @Override
    public boolean stored() {
      return true;
    }
  }

  /** A sector of the code list. */
  record Listed(Sector sector) implements SectorFilter {
    @Override
    public String id() {
      return sector.id();
    }

    @Override
    public boolean contains(String product, int year) {
      return sector.contains(product, year);
    }

    @Override
    public List<String> prefixes(int year) {
      return sector.editions().stream()
          .filter(edition -> edition.in(year))
          .flatMap(edition -> edition.prefixes().stream())
          .toList();
    }

    @Override
    public List<Sector.Edition> editions() {
      return sector.editions();
    }

    @Override
    public boolean stored() {
      return true;
    }
  }

  /** A sector of one's own: not stored, summed over facts. */
  record Own(String id, List<Sector.Edition> editions) implements SectorFilter {
    @Override
    public boolean contains(String product, int year) {
      return prefixes(year).stream().anyMatch(product::startsWith);
    }

    @Override
    public List<String> prefixes(int year) {
      return editions.stream()
          .filter(edition -> edition.in(year))
          .flatMap(edition -> edition.prefixes().stream())
          .toList();
    }

    @Override
    public boolean stored() {
      return false;
    }
  }

  /** All products whose code begins so. */
  record Prefix(String prefix) implements SectorFilter {
    private static final String SCHEME = "hs:";
    private static final int CHAPTER = 2;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,8}");

    @Override
    public String id() {
      return SCHEME + prefix;
    }

    @Override
    public boolean contains(String product, int year) {
      return product.startsWith(prefix);
    }

    @Override
    public List<String> prefixes(int year) {
      return List.of(prefix);
    }

    @Override
    public List<Sector.Edition> editions() {
      return List.of(new Sector.Edition(null, null, List.of(prefix)));
    }

    /** Chapters are: they are asked for most, and are the most rows to sum. */
    @Override
    public boolean stored() {
      return prefix.length() == CHAPTER;
    }
  }
}

package dev.tradewind.metrics.group;

import dev.tradewind.contracts.code.Sector;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named set in one version.
 *
 * @param kind what its members are
 * @param id its name in the API
 * @param version from 1; every change makes another
 * @param nameEn English name
 * @param nameZh Chinese name
 * @param listedOn the day for which the list holds, where members come and go
 * @param source where the list comes from
 * @param editions its members; only sectors may have several, by years
 * @param deleted whether this version says that the group is no more
 * @param madeAt when the version was made
 */
public record Group(
    Kind kind,
    String id,
    int version,
    String nameEn,
    String nameZh,
    @Nullable LocalDate listedOn,
    @Nullable String source,
    List<Sector.Edition> editions,
    boolean deleted,
    Instant madeAt) {
  /** What a group is made of. */
  public enum Kind {
    /** Regions, by ISO 3166-2. */
    REGION,
    /** Partners, by ISO 3166-1 alpha-3. */
    PARTNER,
    /** Products, by HS prefix. */
    SECTOR;

    /** The name in the API and in the table. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The kind of that name, or null. */
    public static @Nullable Kind of(String id) {
      for (Kind kind : values()) {
        if (kind.id().equals(id)) {
          return kind;
        }
      }
      return null;
    }
  }

  /** All members, whatever the year. */
  public List<String> members() {
    return editions.stream().flatMap(edition -> edition.prefixes().stream()).distinct().toList();
  }
}

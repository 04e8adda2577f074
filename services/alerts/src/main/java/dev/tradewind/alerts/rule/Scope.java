package dev.tradewind.alerts.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tradewind.contracts.code.Region;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The regions a rule judges, each for itself.
 *
 * @param kind how they are named
 * @param regions those of a list or a group; empty for the other kinds
 */
public record Scope(Kind kind, Set<String> regions) {
  /** The 31 provincial-level regions; never their sum. */
  public static final Scope PROVINCES = new Scope(Kind.PROVINCES, Set.of());

  /** The nation only. */
  public static final Scope NATION = new Scope(Kind.NATION, Set.of());

  /** How the regions of a scope are named. */
  public enum Kind {
    /** All provinces. */
    PROVINCES,
    /** The nation. */
    NATION,
    /** A list. */
    REGIONS,
    /** The members of a region group, whoever they are at the time. */
    GROUP;

    /** The name in the API. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Kind of(String id) {
      for (Kind kind : values()) {
        if (kind.id().equals(id)) {
          return kind;
        }
      }
      throw new IllegalArgumentException(
          "use " + Arrays.stream(values()).map(Kind::id).collect(Collectors.joining(", ")));
    }
  }

  /** Copies. */
  public Scope {
    regions = Set.copyOf(regions);
  }

  /** Exactly those regions. */
  public static Scope of(Kind kind, Collection<String> regions) {
    return new Scope(kind, Set.copyOf(regions));
  }

  /** Whether the rule judges that region. */
  public boolean contains(String region) {
    return switch (kind) {
      case PROVINCES -> !region.equals(Region.NATION);
      case NATION -> region.equals(Region.NATION);
      case REGIONS, GROUP -> regions.contains(region);
    };
  }
}

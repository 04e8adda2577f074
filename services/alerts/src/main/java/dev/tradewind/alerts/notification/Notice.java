package dev.tradewind.alerts.notification;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something to say once that is not about an incident. It holds data; receivers find the words.
 *
 * @param kind what it is
 * @param name of the digest or test; empty if there is nothing to name
 * @param series whose figures it tells; null if it tells none
 * @param period of the figures, or the month it is about; null if there is none
 * @param partial what the totals cover, such as {@code of 2 covered products}; null if everything
 * @param labels what the data are, if not official
 * @param owners who looks after it
 * @param items its content, in order
 */
public record Notice(
    Kind kind,
    String name,
    @Nullable Series series,
    @Nullable YearMonth period,
    @Nullable String partial,
    List<String> labels,
    List<String> owners,
    List<Item> items)
    implements Letter {
  /** Copies. */
  public Notice {
    labels = List.copyOf(labels);
    owners = List.copyOf(owners);
    items = List.copyOf(items);
  }

  /** Of somebody who tries that channel. */
  public static Notice test(String channel) {
    return new Notice(Kind.TEST, channel, null, null, null, List.of(), List.of(), List.of());
  }

  @Override
  public String why() {
    return kind.id();
  }

  @Override
  public boolean known() {
    return false;
  }

  /** What a notice is. */
  public enum Kind {
    /** A release that raised nothing. */
    ALL_CLEAR,
    /** A month whose data should have come. */
    OVERDUE,
    /** The state of things in short. */
    DIGEST,
    /** Somebody tries the channel. */
    TEST;

    /** The name in logs, the database and the API. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A part of the content. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Level.class, name = "level"),
    @JsonSubTypes.Type(value = Ranking.class, name = "ranking"),
    @JsonSubTypes.Type(value = Open.class, name = "open"),
    @JsonSubTypes.Type(value = Overdue.class, name = "overdue")
  })
  public sealed interface Item {}

  /**
   * A region's level and change.
   *
   * @param region ISO 3166-2, or {@code CN}
   */
  public record Level(String region, Figures figures) implements Item {}

  /**
   * Regions in an order, the most remarkable first.
   *
   * @param order what they are ordered by
   */
  public record Ranking(Order order, List<Level> regions) implements Item {
    /** Copies. */
    public Ranking {
      regions = List.copyOf(regions);
    }

    /** What regions are ordered by. */
    public enum Order {
      /** Largest fall in amount. */
      FELL,
      /** Largest rise in amount. */
      ROSE,
      /** Largest part of a region's own exports. */
      EXPOSED
    }
  }

  /**
   * Open incidents.
   *
   * @param critical how many are critical
   * @param warning how many are warnings
   * @param worst some of them, worst first
   */
  public record Open(int critical, int warning, List<Member> worst) implements Item {
    /** Copies. */
    public Open {
      worst = List.copyOf(worst);
    }
  }

  /**
   * A month whose data have not come.
   *
   * @param month of trade
   * @param due the day by which they should have come
   */
  public record Overdue(YearMonth month, LocalDate due) implements Item {}
}

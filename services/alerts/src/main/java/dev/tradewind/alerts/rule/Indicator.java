package dev.tradewind.alerts.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tradewind.alerts.indicator.Figures;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rule compares with its thresholds: one number of a cell. */
public enum Indicator {
  /** The value, in units of the currency. */
  VALUE("value", Unit.MONEY, false),
  /** Value − base value, in units of the currency. */
  CHANGE("change", Unit.MONEY, true),
  /** The year-on-year change, a fraction. */
  YOY("yoy", Unit.RATE, true),
  /** The share of the nation's value, a fraction. */
  SHARE("share", Unit.PART, false),
  /** The change of the share against the base, a fraction. */
  SHARE_CHANGE("shareChange", Unit.POINTS, true),
  /** The rank by value; 1 is the largest. */
  RANK("rank", Unit.RANK, false),
  /** The change of the rank against the base; positive if the region climbed. */
  RANK_CHANGE("rankChange", Unit.PLACES, true),
  /** The share of the region's own exports, a fraction. */
  EXPOSURE("exposure", Unit.PART, false),
  /** The change of the exposure against the base, a fraction. */
  EXPOSURE_CHANGE("exposureChange", Unit.POINTS, true),
  /** The contribution to national growth, a fraction. */
  CONTRIBUTION("contribution", Unit.POINTS, true),
  /** How unusual the year-on-year change is, in robust deviations. */
  Z_SCORE("zScore", Unit.SCORE, true);

  /** What an indicator is counted in. */
  public enum Unit {
    /** Units of the currency. */
    MONEY,
    /** A fraction that is a change: per cent with a sign. */
    RATE,
    /** A fraction that is a part of something: per cent. */
    PART,
    /** A fraction that is a difference of parts: percentage points. */
    POINTS,
    /** A position in an order. */
    RANK,
    /** A number of positions, with a sign. */
    PLACES,
    /** Deviations, with a sign. */
    SCORE
  }

  private final String id;
  private final Unit unit;
  private final boolean comparing;

  Indicator(String id, Unit unit, boolean comparing) {
    this.id = id;
    this.unit = unit;
    this.comparing = comparing;
  }

  /** The name in messages and in the API. */
  @JsonValue
  public String id() {
    return id;
  }

  /** What it is counted in. */
  public Unit unit() {
    return unit;
  }

  /** Whether it compares with the year before, so that both windows must be comparable. */
  public boolean comparing() {
    return comparing;
  }

  /** The number of those figures; null if it is not defined. */
  public @Nullable BigDecimal of(Figures figures) {
    return switch (this) {
      case VALUE -> figures.value();
      case CHANGE -> figures.change();
      case YOY -> figures.yoy();
      case SHARE -> figures.share();
      case SHARE_CHANGE -> figures.shareChange();
      case RANK -> number(figures.rank());
      case RANK_CHANGE -> number(figures.rankChange());
      case EXPOSURE -> figures.exposure();
      case EXPOSURE_CHANGE -> figures.exposureChange();
      case CONTRIBUTION -> figures.contribution();
      case Z_SCORE -> figures.zScore();
    };
  }

  /**
   * The indicator of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Indicator of(String id) {
    for (Indicator indicator : values()) {
      if (indicator.id.equals(id)) {
        return indicator;
      }
    }
    throw new IllegalArgumentException("use one of " + names());
  }

  /** All names, for people. */
  static String names() {
    return Arrays.stream(values()).map(Indicator::id).collect(Collectors.joining(", "));
  }

  private static @Nullable BigDecimal number(@Nullable Integer integer) {
    return integer == null ? null : BigDecimal.valueOf(integer);
  }
}

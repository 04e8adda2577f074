package dev.tradewind.alerts.matching;

import java.util.List;
import java.util.Set;

/** The labels that every incident has; those of its rule are added under their own names. */
public final class Labels {
  /** The rule's id. */
  public static final String RULE = "rule";

  /** ISO 3166-2, or {@code CN}. */
  public static final String REGION = "region";

  /** ISO 3166-1 alpha-3. */
  public static final String PARTNER = "partner";

  /** A sector's id, or {@code all}. */
  public static final String SECTOR = "sector";

  /** Such as {@code ytd}. */
  public static final String WINDOW = "window";

  /** ISO 4217. */
  public static final String CURRENCY = "currency";

  /** {@code warning} or {@code critical}. */
  public static final String SEVERITY = "severity";

  /** What the rule compares, such as {@code yoy}. */
  public static final String INDICATOR = "indicator";

  /** Such as {@code 2025-08}. */
  public static final String PERIOD = "period";

  /** {@code nation} or {@code province}. */
  public static final String LEVEL = "level";

  /** Who answers for the rule; empty if nobody is named. */
  public static final String OWNER = "owner";

  /** All of them: a rule cannot use these names for labels of its own. */
  public static final List<String> BUILT_IN =
      List.of(
          RULE, REGION, PARTNER, SECTOR, WINDOW, CURRENCY, SEVERITY, INDICATOR, PERIOD, LEVEL,
          OWNER);

  /** What an incident may lose or gain while it lasts, and messages cannot be grouped by. */
  public static final Set<String> CHANGING = Set.of(SEVERITY, PERIOD);

  private Labels() {}
}

package dev.tradewind.alerts.rule;

import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.contracts.period.Window;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rule as people write it, and as it is stored.
 *
 * @param regions ISO 3166-2, if the scope is {@code regions}
 * @param group the id of a region group, if the scope is {@code group}
 * @param times of the last {@code periods} periods must reach a threshold
 * @param minBase in units of the currency, a decimal as string; as {@code minChange}
 */
@Schema(
    name = "AlertRuleBody",
    description = "When an indicator deserves an alert, as it is written and as YAML holds it.")
@RegisterForReflection
public record RuleDocument(
    @Schema(examples = "us-exports-drop", description = "Chosen once; lower case and hyphens.")
        String id,
    @Schema(examples = "Sharp drop of exports to the United States") String name,
    @Schema(examples = "Trade desk", description = "Who answers for it; shown in messages.")
        String owner,
    @Schema(defaultValue = "true") boolean enabled,
    @Schema(
            implementation = String.class,
            examples = "yoy",
            enumeration = {
              "value",
              "change",
              "yoy",
              "share",
              "shareChange",
              "rank",
              "rankChange",
              "exposure",
              "exposureChange",
              "contribution",
              "zScore"
            },
            description = "The indicator that is compared.")
        Indicator indicator,
    @Schema(
            implementation = String.class,
            examples = "provinces",
            enumeration = {"provinces", "nation", "regions", "group"},
            description = "The regions judged, each for itself.")
        Scope.Kind scope,
    @Schema(examples = "[\"CN-GD\",\"CN-ZJ\"]") List<String> regions,
    @Schema(examples = "coastal-six") @Nullable String group,
    @Schema(examples = "USA") String partner,
    @Schema(examples = "all") String sector,
    @Schema(
            implementation = String.class,
            examples = "ytd",
            enumeration = {"month", "ytd", "r12m", "jan-feb"})
        Window window,
    @Schema(examples = "USD") String currency,
    @Schema(
            implementation = String.class,
            examples = "at-or-below",
            enumeration = {"at-or-below", "at-or-above"},
            description = "On which side of a threshold an alert is deserved.")
        Comparison comparison,
    @Schema(examples = "-0.2", description = "In the indicator's unit; rates are fractions.")
        @Nullable BigDecimal warning,
    @Schema(examples = "-0.4", description = "Further out than the warning.")
        @Nullable BigDecimal critical,
    @Schema(examples = "1", description = "So many of the last 'periods' must reach it.") int times,
    @Schema(examples = "1") int periods,
    @Schema(examples = "10000000", description = "A smaller base is not judged.") String minBase,
    @Schema(examples = "0", description = "A smaller change in money deserves no alert.")
        String minChange,
    @Schema(examples = "0", description = "A smaller contribution deserves no alert; a fraction.")
        BigDecimal minContribution,
    @Schema(examples = "0", description = "Over only when better than the threshold by more.")
        BigDecimal recoveryMargin,
    @Schema(description = "Whether January, and February by itself, are never judged.")
        boolean newYearGuard,
    @Schema(examples = "[\"default\"]", description = "Channels; routing decides if empty.")
        List<String> receivers,
    @Schema(examples = "{\"team\":\"trade\"}") Map<String, String> labels) {
  /** Copies; labels in order. */
  public RuleDocument {
    regions = List.copyOf(regions);
    receivers = List.copyOf(receivers);
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  /** What it watches. */
  public Series series() {
    return new Series(partner, sector, window, currency);
  }

  /** The same, in force or not. */
  public RuleDocument enabled(boolean now) {
    return new RuleDocument(
        id,
        name,
        owner,
        now,
        indicator,
        scope,
        regions,
        group,
        partner,
        sector,
        window,
        currency,
        comparison,
        warning,
        critical,
        times,
        periods,
        minBase,
        minChange,
        minContribution,
        recoveryMargin,
        newYearGuard,
        receivers,
        labels);
  }

  /**
   * As it is judged.
   *
   * @param members of the group, if the scope is one
   */
  public Rule rule(List<String> members) {
    return new Rule(
        id,
        name,
        owner,
        indicator,
        comparison,
        switch (scope) {
          case PROVINCES -> Scope.PROVINCES;
          case NATION -> Scope.NATION;
          case REGIONS -> Scope.of(scope, regions);
          case GROUP -> Scope.of(scope, members);
        },
        series(),
        warning,
        critical,
        new Repetition(times, periods),
        new Guards(
            new BigDecimal(minBase), new BigDecimal(minChange), minContribution, newYearGuard),
        recoveryMargin,
        receivers,
        labels);
  }
}

package dev.tradewind.alerts.rulebook;

import dev.tradewind.alerts.rule.Comparison;
import dev.tradewind.alerts.rule.Indicator;
import dev.tradewind.alerts.rule.RuleDocument;
import dev.tradewind.alerts.rule.Scope;
import dev.tradewind.contracts.period.Window;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rule in the API: what was written, and what is known of it.
 *
 * @param version raised with every change; also the ETag
 * @param provisioned whether a file wrote it, so that the API cannot change it
 * @param newestPeriodOnly always true: older periods only correct what was alerted
 * @param newest the latest covered period of what it watches; null if nothing is known of it
 */
@Schema(name = "AlertRule", description = "When an indicator deserves an alert.")
@RegisterForReflection
record RuleView(
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
    @Schema(examples = "{\"team\":\"trade\"}") Map<String, String> labels,
    @Schema(examples = "1") int version,
    @Schema(description = "Whether a file wrote it: the API cannot change it.") boolean provisioned,
    @Schema(description = "Always true: older periods only correct what was alerted.")
        boolean newestPeriodOnly,
    @Schema(examples = "2025-08", description = "The latest period of what it watches.")
        @Nullable String newest,
    Instant updatedAt,
    @Schema(examples = "jane@example.org") String updatedBy) {
  static RuleView of(StoredRule stored) {
    RuleDocument rule = stored.document();
    return new RuleView(
        rule.id(),
        rule.name(),
        rule.owner(),
        rule.enabled(),
        rule.indicator(),
        rule.scope(),
        rule.regions(),
        rule.group(),
        rule.partner(),
        rule.sector(),
        rule.window(),
        rule.currency(),
        rule.comparison(),
        rule.warning(),
        rule.critical(),
        rule.times(),
        rule.periods(),
        rule.minBase(),
        rule.minChange(),
        rule.minContribution(),
        rule.recoveryMargin(),
        rule.newYearGuard(),
        rule.receivers(),
        rule.labels(),
        stored.version(),
        stored.provisioned(),
        true,
        stored.newest(),
        stored.updatedAt(),
        stored.updatedBy());
  }
}

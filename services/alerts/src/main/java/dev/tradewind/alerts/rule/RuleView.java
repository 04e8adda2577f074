package dev.tradewind.alerts.rule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rule in the API.
 *
 * @param minBase in units of the currency, a decimal as string
 * @param newYearGuard whether January, and February by itself, are never judged
 * @param newestPeriodOnly always true: older periods only correct what was alerted
 */
@Schema(name = "AlertRule", description = "When an indicator deserves an alert.")
@RegisterForReflection
record RuleView(
    @Schema(examples = "us-exports-drop") String id,
    @Schema(examples = "Sharp drop of exports to the United States") String name,
    @Schema(examples = "1") int version,
    boolean enabled,
    @Schema(examples = "yoy", description = "The indicator that is compared.") String indicator,
    @Schema(examples = "provinces", description = "The regions judged, each for itself.")
        String scope,
    @Schema(examples = "USA") String partner,
    @Schema(examples = "all") String sector,
    @Schema(examples = "ytd") String window,
    @Schema(examples = "USD") String currency,
    @Schema(examples = "-0.2", description = "At or below this fraction: warning.")
        @Nullable BigDecimal warning,
    @Schema(examples = "-0.4", description = "At or below this fraction: critical.")
        @Nullable BigDecimal critical,
    @Schema(examples = "10000000", description = "A smaller base is not judged.") String minBase,
    boolean newYearGuard,
    boolean newestPeriodOnly,
    Instant updatedAt) {
  static RuleView of(RuleEntity rule) {
    return new RuleView(
        rule.id,
        rule.name,
        rule.version,
        rule.enabled,
        rule.indicator,
        rule.scope,
        rule.partner,
        rule.sector,
        rule.window,
        rule.currency,
        rule.warning,
        rule.critical,
        rule.minBase.toPlainString(),
        rule.newYearGuard,
        true,
        rule.updatedAt.toInstant());
  }
}

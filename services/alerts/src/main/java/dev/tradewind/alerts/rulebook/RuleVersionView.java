package dev.tradewind.alerts.rulebook;

import dev.tradewind.alerts.rule.RuleDocument;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule as it once was.
 *
 * @param action what made the version
 * @param by who made it
 */
@Schema(name = "AlertRuleVersion")
@RegisterForReflection
record RuleVersionView(
    @Schema(examples = "2") int version,
    @Schema(
            examples = "changed",
            enumeration = {"created", "changed", "enabled", "disabled", "deleted"})
        String action,
    Instant at,
    @Schema(examples = "jane@example.org") String by,
    RuleDocument rule) {}

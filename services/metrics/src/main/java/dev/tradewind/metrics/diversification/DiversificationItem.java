package dev.tradewind.metrics.diversification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one region's fall to the partner, in one sector. */
@RegisterForReflection
@Schema(
    name = "MetricsDiversification",
    description = "The rest of the world is all partners but one. Rates are fractions.")
public record DiversificationItem(
    @Schema(examples = "CN-FJ") String region,
    @Schema(examples = "Fujian") String regionName,
    @Schema(examples = "USA") String partner,
    @Schema(examples = "footwear") String sector,
    @Schema(examples = "2025-07") String period,
    @Schema(examples = "ytd") String window,
    @Schema(examples = "USD") String currency,
    @Schema(description = "to the partner") @Nullable String value,
    @Nullable String baseValue,
    @Nullable String change,
    @Schema(description = "to the rest of the world") @Nullable String restValue,
    @Nullable String restBaseValue,
    @Nullable String restChange,
    @Schema(description = "restChange / -change, where change is negative", examples = "0.4")
        @Nullable BigDecimal offset,
    @Schema(
            description =
                "amplified: both fell; partial: 0 to 1; full: 1 and more; not-applicable: the"
                    + " partner did not fall; null: too small to judge",
            enumeration = {"amplified", "partial", "full", "not-applicable"})
        @Nullable String offsetClass,
    @Schema(description = "sum of the squared shares of all destinations") @Nullable BigDecimal hhi,
    @Nullable BigDecimal hhiChange,
    @Schema(description = "effective number of markets, 1 / hhi") @Nullable BigDecimal markets,
    @Nullable BigDecimal marketsChange,
    @Schema(description = "partners that took most more") List<PartnerGain> gains,
    @Schema(
            description =
                "whether the partner took less and a hub took more of the same HS code; never a"
                    + " cause")
        @Nullable Boolean possibleRerouting,
    List<ReroutingItem> rerouting,
    @Schema(
            enumeration = {
              "hole",
              "not-comparable",
              "new-flow",
              "ceased",
              "low-base",
              "provisional",
              "ok"
            })
        String status,
    List<String> reasons) {}

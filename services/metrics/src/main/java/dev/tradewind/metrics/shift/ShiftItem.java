package dev.tradewind.metrics.shift;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A flow that shifted. */
@RegisterForReflection
@Schema(name = "MetricsShift")
public record ShiftItem(
    int rank,
    @Schema(examples = "CN-CQ") String region,
    @Schema(examples = "Chongqing") String regionName,
    @Schema(description = "an HS code, or a sector's id", examples = "chips") String product,
    @Schema(examples = "VNM") String partner,
    @Schema(examples = "Vietnam") String partnerName,
    @Schema(examples = "2025-07") String period,
    @Schema(examples = "ytd") String window,
    @Schema(examples = "USD") String currency,
    String value,
    String baseValue,
    String change,
    @Schema(description = "value / baseValue; null if either is 0", examples = "24.9")
        @Nullable BigDecimal fold,
    @Schema(enumeration = {"grown", "shrunk", "new-flow", "ceased"}) String kind,
    @Schema(enumeration = {"not-comparable", "new-flow", "ceased", "provisional", "ok"})
        String status,
    List<String> reasons) {}

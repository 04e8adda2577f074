package dev.tradewind.metrics.export;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A sum of exports; a dimension that is summed over is null. */
@RegisterForReflection
@Schema(name = "MetricsExport")
record ExportItem(
    @Schema(examples = "2025-07") @Nullable String period,
    @Schema(examples = "CN-GD") @Nullable String region,
    @Schema(examples = "Guangdong") @Nullable String regionName,
    @Schema(examples = "USA") @Nullable String partner,
    @Schema(examples = "United States") @Nullable String partnerName,
    @Schema(examples = "39221000") @Nullable String product,
    @Schema(examples = "furniture:broad") @Nullable String sector,
    @Schema(examples = "USD") String currency,
    @Schema(examples = "63994478") String value,
    @Schema(description = "null where a part has none or units differ", examples = "1200")
        @Nullable String quantity,
    @Schema(description = "as customs names it") @Nullable String unit,
    @Schema(enumeration = {"hole", "provisional", "ok"}) String status) {}

package dev.tradewind.metrics.dependence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One region in the plane of base-year exposure and change. */
@RegisterForReflection
@Schema(name = "MetricsDependence")
public record DependenceItem(
    @Schema(examples = "CN-ZJ") String region,
    @Schema(examples = "Zhejiang") String regionName,
    @Schema(description = "share of the region's own exports, in the base year")
        @Nullable BigDecimal exposure,
    @Schema(description = "year on year to the partner, in the window") @Nullable BigDecimal yoy,
    @Schema(description = "exports to the partner in the base window; the weight")
        @Nullable String baseValue,
    @Schema(description = "whether it counts") boolean included,
    @Schema(description = "the yoy that the unweighted line expects") @Nullable BigDecimal fitted,
    @Schema(description = "yoy - fitted") @Nullable BigDecimal residual,
    @Schema(description = "externally studentized residual") @Nullable BigDecimal studentized,
    @Nullable BigDecimal leverage,
    @Schema(description = "the slope of the line without this region")
        @Nullable BigDecimal slopeWithout,
    @Nullable BigDecimal pearsonWithout,
    @Schema(description = "studentized residual beyond 2 or -2") boolean outlier,
    @Schema(description = "why it does not count, and remarks") List<String> reasons) {}

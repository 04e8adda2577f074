package dev.tradewind.metrics.dependence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fitted line. */
@RegisterForReflection
@Schema(name = "MetricsDependenceLine")
public record LineItem(
    @Schema(description = "points of yoy per point of exposure") @Nullable BigDecimal slope,
    @Schema(description = "lower end of the 95 % interval") @Nullable BigDecimal low,
    @Schema(description = "upper end of the 95 % interval") @Nullable BigDecimal high,
    @Nullable BigDecimal standardError,
    @Nullable BigDecimal intercept) {

  static LineItem of(Line line) {
    return new LineItem(
        Decimals.of(line.slope()),
        Decimals.of(line.low()),
        Decimals.of(line.high()),
        Decimals.of(line.error()),
        Decimals.of(line.intercept()));
  }
}

package dev.tradewind.metrics.briefing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A number that a sentence tells, before it was rounded for reading. */
@RegisterForReflection
@Schema(name = "MetricsBriefingFigure")
record Figure(
    @Schema(examples = "yoy") String measure,
    @Schema(examples = "CN-YN") @Nullable String region,
    @Schema(examples = "footwear") @Nullable String sector,
    @Schema(examples = "VNM") @Nullable String partner,
    @Schema(description = "as in the query's answer", examples = "-0.710000") BigDecimal value) {

  static Figure of(String measure, String region, BigDecimal value) {
    return new Figure(measure, region, null, null, value);
  }

  Figure in(String sectorId) {
    return new Figure(measure, region, sectorId, partner, value);
  }

  Figure to(String partnerCode) {
    return new Figure(measure, region, sector, partnerCode, value);
  }
}

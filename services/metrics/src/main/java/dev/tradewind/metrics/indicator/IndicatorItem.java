package dev.tradewind.metrics.indicator;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.tradewind.metrics.group.Groups;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One region's figures as the API shows them; money as strings of digits. */
@RegisterForReflection
@Schema(
    name = "MetricsIndicator",
    description = "One region's figures. Rates are fractions: -0.713127 is -71.3 %.")
public record IndicatorItem(
    @Schema(examples = "CN-SC") String region,
    @Schema(examples = "Sichuan") String regionName,
    @Schema(examples = "USA") String partner,
    @Schema(examples = "all") String sector,
    @Schema(examples = "2025-07") String period,
    @Schema(examples = "ytd") String window,
    @Schema(examples = "USD") String currency,
    @Schema(examples = "2419908") @Nullable String value,
    @Schema(examples = "8435477") @Nullable String baseValue,
    @Schema(examples = "-6015569") @Nullable String change,
    @Schema(description = "change / baseValue", examples = "-0.713127") @Nullable BigDecimal yoy,
    @Schema(description = "value / the nation's value") @Nullable BigDecimal share,
    @Nullable BigDecimal shareChange,
    @Schema(description = "1 is the largest; null for the nation") @Nullable Integer rank,
    @Schema(description = "share of the region's own exports") @Nullable BigDecimal exposure,
    @Nullable BigDecimal exposureChange,
    @Schema(description = "change / the nation's base value") @Nullable BigDecimal contribution,
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
    List<String> reasons,
    @Schema(hidden = true) @JsonAnyGetter Map<String, @Nullable Object> more) {

  static IndicatorItem of(
      Series series, Indicator row, Groups groups, Map<String, @Nullable Object> more) {
    return new IndicatorItem(
        row.region(),
        groups.regionName(row.region()),
        series.partner().id(),
        series.sector().id(),
        series.period().toString(),
        series.window().id(),
        series.currency(),
        Money.text(row.value()),
        Money.text(row.baseValue()),
        Money.text(row.change()),
        row.yoy(),
        row.share(),
        row.shareChange(),
        row.rank(),
        row.exposure(),
        row.exposureChange(),
        row.contribution(),
        row.status().id(),
        row.reasons(),
        more);
  }
}

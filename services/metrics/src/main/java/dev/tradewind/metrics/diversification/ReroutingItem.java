package dev.tradewind.metrics.diversification;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.metrics.indicator.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hub that took more of the very codes of which the partner took less. */
@RegisterForReflection
@Schema(
    name = "MetricsPossibleRerouting",
    description = "A pattern in the figures, never a cause: goods may be consumed in the hub.")
public record ReroutingItem(
    @Schema(examples = "VNM") String hub,
    @Schema(examples = "Vietnam") String hubName,
    @Schema(description = "HS codes in which both happened") List<String> products,
    @Schema(description = "what the partner took less of them") String fall,
    @Schema(description = "what the hub took more of them") String rise,
    @Schema(description = "the most that can have moved, code by code") String overlap) {

  static ReroutingItem of(Rerouting found) {
    return new ReroutingItem(
        found.hub(),
        Partner.nameEn(found.hub()),
        found.products(),
        text(found.fall()),
        text(found.rise()),
        text(found.overlap()));
  }

  private static String text(long minor) {
    return Objects.requireNonNull(Money.text(minor));
  }
}

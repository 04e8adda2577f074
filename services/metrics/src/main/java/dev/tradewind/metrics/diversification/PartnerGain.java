package dev.tradewind.metrics.diversification;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.metrics.indicator.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partner that took more than a year before. */
@RegisterForReflection
@Schema(name = "MetricsPartnerGain")
public record PartnerGain(
    @Schema(examples = "VNM") String partner,
    @Schema(examples = "Vietnam") String partnerName,
    String value,
    String baseValue,
    String change) {

  static PartnerGain of(String partner, long value, long base) {
    return new PartnerGain(
        partner, Partner.nameEn(partner), text(value), text(base), text(value - base));
  }

  private static String text(long minor) {
    return Objects.requireNonNull(Money.text(minor));
  }
}

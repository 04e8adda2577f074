package dev.tradewind.metrics.code;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.metrics.answer.CsvTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partner of the code list. */
@RegisterForReflection
@Schema(name = "MetricsPartner")
record PartnerItem(
    @Schema(examples = "USA") String code,
    @Schema(examples = "US") String iso2,
    @Schema(examples = "840") String m49,
    @Schema(examples = "United States") String nameEn,
    @Schema(examples = "美国") String nameZh,
    List<GaccCodeItem> gaccCodes) {

  /** A customs code with the months in which it was in use. */
  @RegisterForReflection
  @Schema(name = "MetricsPartnerCode")
  record GaccCodeItem(
      @Schema(examples = "502") String code,
      @Schema(examples = "2023-01") @Nullable String validFrom,
      @Schema(examples = "2022-12") @Nullable String validTo) {
    static GaccCodeItem of(Partner.GaccCode code) {
      return new GaccCodeItem(code.code(), text(code.validFrom()), text(code.validTo()));
    }

    private static @Nullable String text(@Nullable Object month) {
      return month == null ? null : month.toString();
    }
  }

  static List<PartnerItem> all() {
    return Partner.all().stream()
        .map(
            partner ->
                new PartnerItem(
                    partner.code(),
                    partner.iso2(),
                    partner.m49(),
                    partner.nameEn(),
                    partner.nameZh(),
                    partner.gaccCodes().stream().map(GaccCodeItem::of).toList()))
        .toList();
  }

  static CsvTable csv() {
    CsvTable table =
        new CsvTable(List.of("code", "iso2", "m49", "nameEn", "nameZh", "gacc", "from", "to"));
    for (PartnerItem item : all()) {
      for (GaccCodeItem gacc : item.gaccCodes) {
        table.row(
            item.code,
            item.iso2,
            item.m49,
            item.nameEn,
            item.nameZh,
            gacc.code,
            gacc.validFrom,
            gacc.validTo);
      }
    }
    return table;
  }
}

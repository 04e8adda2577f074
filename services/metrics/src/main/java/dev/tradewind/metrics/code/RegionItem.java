package dev.tradewind.metrics.code;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.metrics.answer.CsvTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A region of the code list. */
@RegisterForReflection
@Schema(name = "MetricsRegion")
record RegionItem(
    @Schema(examples = "CN-GD") String code,
    @Schema(description = "customs location code", examples = "44") String gacc,
    @Schema(examples = "Guangdong") String nameEn,
    @Schema(examples = "广东") String nameZh,
    @Schema(examples = "广东省") String fullNameZh,
    List<String> aliases,
    @Schema(enumeration = {"East", "Central", "West", "Northeast"}) String macroRegion) {

  static List<RegionItem> all() {
    return Region.all().stream()
        .map(
            region ->
                new RegionItem(
                    region.code(),
                    region.gacc(),
                    region.nameEn(),
                    region.nameZh(),
                    region.fullNameZh(),
                    region.aliases(),
                    region.macroRegion()))
        .toList();
  }

  static CsvTable csv() {
    CsvTable table =
        new CsvTable(
            List.of("code", "gacc", "nameEn", "nameZh", "fullNameZh", "aliases", "macroRegion"));
    for (RegionItem item : all()) {
      table.row(
          item.code,
          item.gacc,
          item.nameEn,
          item.nameZh,
          item.fullNameZh,
          item.aliases,
          item.macroRegion);
    }
    return table;
  }
}

package dev.tradewind.metrics.code;

import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.answer.CsvTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A sector of the code list, in one variant. */
@RegisterForReflection
@Schema(name = "MetricsSector")
record SectorItem(
    @Schema(examples = "furniture:broad") String id,
    @Schema(examples = "furniture") String sector,
    @Schema(examples = "broad") String variant,
    boolean isDefault,
    String nameEn,
    String nameZh,
    List<EditionItem> editions) {

  /** HS prefixes in a range of years. */
  @RegisterForReflection
  @Schema(name = "MetricsSectorEdition")
  record EditionItem(
      @Nullable Integer firstYear, @Nullable Integer lastYear, List<String> prefixes) {}

  static List<SectorItem> all() {
    return Sector.all().stream()
        .map(
            sector ->
                new SectorItem(
                    sector.id(),
                    sector.sector(),
                    sector.variant(),
                    sector.isDefault(),
                    sector.nameEn(),
                    sector.nameZh(),
                    sector.editions().stream()
                        .map(e -> new EditionItem(e.firstYear(), e.lastYear(), e.prefixes()))
                        .toList()))
        .toList();
  }

  static CsvTable csv() {
    CsvTable table =
        new CsvTable(
            List.of("id", "variant", "nameEn", "nameZh", "firstYear", "lastYear", "prefixes"));
    for (SectorItem item : all()) {
      for (EditionItem edition : item.editions) {
        table.row(
            item.id,
            item.variant,
            item.nameEn,
            item.nameZh,
            edition.firstYear,
            edition.lastYear,
            String.join(" ", edition.prefixes));
      }
    }
    return table;
  }
}

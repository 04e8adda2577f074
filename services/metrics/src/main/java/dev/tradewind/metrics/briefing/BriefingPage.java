package dev.tradewind.metrics.briefing;

import dev.tradewind.metrics.answer.CsvTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The article. */
@RegisterForReflection
@Schema(name = "MetricsBriefing")
record BriefingPage(
    String title,
    @Schema(enumeration = {"en", "zh"}) String language,
    @Schema(examples = "2025-07") @Nullable String period,
    @Nullable String newestPeriod,
    String window,
    String partner,
    String currency,
    int coveredProducts,
    @Schema(
            description = "what to say of a total that does not cover all trade",
            examples = "of 2 covered products")
        @Nullable String partial,
    @Schema(description = "what the data are, if not official") List<String> labels,
    long applySeq,
    List<Section> sections,
    @Schema(description = "why there is nothing to tell") @Nullable String reason) {

  CsvTable csv() {
    CsvTable table = new CsvTable(List.of("section", "id", "text", "query"));
    for (Section section : sections) {
      for (Sentence sentence : section.sentences()) {
        table.row(section.id(), sentence.id(), sentence.text(), sentence.query());
      }
    }
    return table;
  }
}

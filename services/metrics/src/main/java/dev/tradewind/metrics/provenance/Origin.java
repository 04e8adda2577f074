package dev.tradewind.metrics.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tradewind.metrics.answer.CsvTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A submission that a number is made of. */
@RegisterForReflection
@Schema(name = "MetricsOrigin")
@JsonPropertyOrder({
  "submission",
  "vintage",
  "acceptedAt",
  "label",
  "provisional",
  "files",
  "cells",
  "value",
  "zeros",
  "file",
  "lines"
})
record Origin(
    String submission,
    long vintage,
    @Nullable String acceptedAt,
    @Schema(description = "what the data are, if not official") @Nullable String label,
    boolean provisional,
    @Schema(description = "names of its files that observe these months") List<String> files,
    @Schema(description = "cells of the number whose value it lists") long cells,
    @Schema(description = "what they add to the number; these sum to it") String value,
    @Schema(description = "cells that an older one lists and this one says are zero") long zeros,
    @Schema(description = "where its files can be read") String file,
    @Schema(description = "where the lines behind these cells can be read") String lines) {
  static CsvTable csv(List<Origin> items) {
    CsvTable table =
        new CsvTable(
            List.of(
                "submission",
                "vintage",
                "acceptedAt",
                "label",
                "provisional",
                "files",
                "cells",
                "value",
                "zeros",
                "file",
                "lines"));
    for (Origin item : items) {
      table.row(
          item.submission,
          item.vintage,
          item.acceptedAt,
          item.label,
          item.provisional,
          String.join("; ", item.files),
          item.cells,
          item.value,
          item.zeros,
          item.file,
          item.lines);
    }
    return table;
  }
}

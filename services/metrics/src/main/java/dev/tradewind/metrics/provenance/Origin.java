package dev.tradewind.metrics.provenance;

import dev.tradewind.metrics.answer.Column;
import dev.tradewind.metrics.answer.CsvTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A submission that a number is made of. */
@RegisterForReflection
@Schema(name = "MetricsOrigin")
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
  private static final List<Column<Origin>> COLUMNS =
      List.of(
          new Column<>("submission", Origin::submission),
          new Column<>("vintage", Origin::vintage),
          new Column<>("acceptedAt", Origin::acceptedAt),
          new Column<>("label", Origin::label),
          new Column<>("provisional", Origin::provisional),
          new Column<>("files", Origin::files),
          new Column<>("cells", Origin::cells),
          new Column<>("value", Origin::value),
          new Column<>("zeros", Origin::zeros),
          new Column<>("file", Origin::file),
          new Column<>("lines", Origin::lines));

  static CsvTable csv(List<Origin> items) {
    return CsvTable.of(COLUMNS, items);
  }
}

package dev.tradewind.ingest.line;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of a file, as it was sent. */
@RegisterForReflection
@Schema(name = "IngestLine")
record LineItem(
    @Schema(description = "the file's name") String file,
    @Schema(description = "the line on which the row starts, from 1") long line,
    @Schema(examples = "2025-07") String period,
    @Schema(examples = "CN-GD") String region,
    @Schema(examples = "USA") String partner,
    @Schema(examples = "39221000") String product,
    @Schema(description = "the amount, as written", examples = "63,994,478") String value,
    @Schema(description = "the first quantity, as written", examples = "1532")
        @Nullable String quantity,
    @Schema(description = "the first quantity's unit, as written", examples = "千克")
        @Nullable String unit,
    @Schema(description = "as written; rows of one cell that differ in it are added up")
        @Nullable String tradeMode) {}

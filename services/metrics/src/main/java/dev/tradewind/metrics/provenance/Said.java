package dev.tradewind.metrics.provenance;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one vintage says of a single cell. */
@RegisterForReflection
@Schema(name = "MetricsSaid")
record Said(
    String submission,
    long vintage,
    @Nullable String acceptedAt,
    @Nullable String withdrawnAt,
    @Schema(description = "0 where it covers the cell and does not list it") String value,
    @Schema(description = "whether this is the value that counts") boolean counts) {}

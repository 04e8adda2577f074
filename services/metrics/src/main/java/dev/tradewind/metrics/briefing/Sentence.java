package dev.tradewind.metrics.briefing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sentence with the query that proves it. */
@RegisterForReflection
@Schema(name = "MetricsBriefingSentence")
record Sentence(
    @Schema(description = "which template it is from", examples = "effects.falls") String id,
    String text,
    @Schema(
            description = "address of the query that shows it",
            examples = "/api/v1/indicators?partner=USA&period=2025-07&window=ytd")
        String query,
    List<Figure> figures) {}

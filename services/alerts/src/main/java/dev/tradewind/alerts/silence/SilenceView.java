package dev.tradewind.alerts.silence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A silence in the API.
 *
 * @param state pending, active or expired
 */
@Schema(name = "Silence", description = "Incidents that are not told for a while.")
@RegisterForReflection
record SilenceView(
    @Schema(examples = "12") long id,
    @Schema(
            examples = "active",
            enumeration = {"pending", "active", "expired"})
        String state,
    @Schema(examples = "[\"region=\\\"CN-YN\\\"\"]") List<String> matchers,
    Instant startsAt,
    Instant endsAt,
    @Schema(examples = "jane@example.org") String author,
    @Schema(examples = "Known: a plant is closed for repairs.") String comment,
    Instant createdAt,
    Instant updatedAt) {}

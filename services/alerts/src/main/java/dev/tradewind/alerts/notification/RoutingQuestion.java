package dev.tradewind.alerts.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An incident whose way is asked for: one that exists, or one that labels make up.
 *
 * @param incident id of one that exists
 * @param labels of one that need not exist; they replace those of the incident
 * @param receivers that its rule names; those of the incident's rule if absent
 */
@Schema(name = "RoutingQuestion", description = "An incident whose way is asked for.")
@RegisterForReflection
record RoutingQuestion(
    @Schema(examples = "7") @Nullable Long incident,
    @Schema(examples = "{\"region\": \"CN-YN\", \"severity\": \"critical\"}")
        @Nullable Map<String, String> labels,
    @Nullable List<String> receivers) {}

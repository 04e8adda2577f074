package dev.tradewind.alerts.incident;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is said when an alert is taken on.
 *
 * @param comment up to 1000 characters
 */
@Schema(name = "AlertAcknowledgeBody")
@RegisterForReflection
record AcknowledgeBody(
    @Schema(examples = "Known: the port was closed for ten days", maxLength = 1000)
        @Nullable String comment) {}

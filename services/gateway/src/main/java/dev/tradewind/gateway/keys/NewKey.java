package dev.tradewind.gateway.keys;

import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a key.
 *
 * @param name what to call it; at most 100 characters
 * @param role {@code viewer}, {@code submitter} or {@code operator}
 * @param collections limits it to these collections, such as {@code indicators}; all if absent
 * @param lifetime an ISO 8601 duration such as {@code P90D}; the installation's default if absent
 */
@Schema(name = "NewApiKey")
public record NewKey(
    @Schema(required = true, examples = "grafana") @Nullable String name,
    @Schema(
            required = true,
            enumeration = {"viewer", "submitter", "operator"})
        @Nullable String role,
    @Nullable List<String> collections,
    @Schema(
            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
            format = "duration",
            examples = "P90D")
        @Nullable Duration lifetime) {}

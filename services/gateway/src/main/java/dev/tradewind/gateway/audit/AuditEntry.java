package dev.tradewind.gateway.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One write, or one refused attempt. Never a body, a query or a secret.
 *
 * @param id grows with time
 * @param at when the request began
 * @param subject who; absent for unknown callers
 * @param role the caller's role
 * @param via how the caller was recognized: {@code key}, {@code token}, {@code session}, {@code
 *     bootstrap}, {@code anonymous}, or {@code refused}
 * @param action the HTTP method
 * @param path of the request
 * @param peer the address it came from
 * @param requestId as in the logs of all services
 * @param status the HTTP status of the answer; absent if none was seen
 * @param endedAt when it was answered
 */
@Schema(name = "AuditEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record AuditEntry(
    long id,
    Instant at,
    @Nullable String subject,
    @Nullable String role,
    String via,
    String action,
    String path,
    String peer,
    String requestId,
    @Nullable Integer status,
    @Nullable Instant endedAt) {}

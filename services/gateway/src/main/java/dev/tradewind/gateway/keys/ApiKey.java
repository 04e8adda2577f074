package dev.tradewind.gateway.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradewind.platform.access.Role;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an API key: everything but its secret.
 *
 * @param id as in the key itself
 * @param name what its maker calls it
 * @param role what it allows
 * @param collections to what it is limited, such as {@code indicators}; empty for everything
 * @param state {@code active}, {@code expired} or {@code revoked}
 * @param createdAt when
 * @param createdBy by whom
 * @param expiresAt from when on it is refused
 * @param revokedAt when it was revoked
 * @param revokedBy by whom
 * @param lastUsedAt when it was last used, to the minute
 */
@Schema(name = "ApiKey")
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record ApiKey(
    String id,
    String name,
    String role,
    List<String> collections,
    String state,
    Instant createdAt,
    String createdBy,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy,
    @Nullable Instant lastUsedAt) {
  static final String ACTIVE = "active";

  /** What it allows, as a role. */
  Role asRole() {
    return Role.of(role).orElseThrow();
  }

  /** Whether it lets somebody in at that time. */
  boolean isGoodAt(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }
}

package dev.tradewind.gateway.keys;

import dev.tradewind.gateway.route.RouteTable;
import dev.tradewind.gateway.table.CsvTable;
import dev.tradewind.platform.access.Role;
import dev.tradewind.platform.paging.Page;
import dev.tradewind.platform.problem.Problem;
import dev.tradewind.platform.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Keys over the API. */
@Path("/api/v1/keys")
@Tag(name = "Access")
@RolesAllowed("operator")
public class KeyResource {
  private static final int LONGEST_NAME = 100;
  private static final int LARGEST_PAGE = 1_000;

  private final KeyRepository repository;
  private final KeyCheck check;
  private final KeysConfig config;
  private final SecurityIdentity caller;
  private final SecureRandom random = new SecureRandom();

  KeyResource(
      KeyRepository repository, KeyCheck check, KeysConfig config, SecurityIdentity caller) {
    this.repository = repository;
    this.check = check;
    this.config = config;
    this.caller = caller;
  }

  /** Makes a key. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @RolesAllowed("operator")
  @Operation(
      operationId = "createKey",
      summary = "Makes an API key",
      description = "The key itself is in this answer and nowhere else: it is kept as a hash.")
  @APIResponse(responseCode = "201", description = "the key, shown this once")
  @APIResponseSchema(value = MadeKey.class, responseCode = "201")
  @APIResponse(responseCode = "400", description = "the wish is not valid")
  public Uni<MadeKey> create(@Nullable NewKey wish) {
    if (wish == null) {
      throw Problem.badParameter("body", "say name and role as JSON").asException();
    }
    String name = name(wish.name());
    Role role = role(wish.role());
    List<String> collections = collections(wish.collections());
    Instant expiresAt = Instant.now().plus(lifetime(wish.lifetime()));
    KeySecret secret = KeySecret.random(random);
    return repository
        .insert(secret, name, role.id(), collections, caller.getPrincipal().getName(), expiresAt)
        .invoke(made -> check.forget(made.id()))
        .map(made -> new MadeKey(secret.text(), made));
  }

  /** Lists keys. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed("operator")
  @Operation(operationId = "listKeys", summary = "API keys, the newest first, without secrets")
  public Uni<Page<ApiKey>> list(
      @RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
    int size = size(limit);
    return repository.list(cursor, size + 1).map(keys -> page(keys, size));
  }

  /** Lists keys as a table. */
  @GET
  @Produces("text/csv")
  @RolesAllowed("operator")
  @Operation(hidden = true)
  public Uni<String> table(@RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
    return repository
        .list(cursor, size(limit))
        .map(
            keys ->
                CsvTable.of(
                    List.of(
                        "id",
                        "name",
                        "role",
                        "collections",
                        "state",
                        "createdAt",
                        "createdBy",
                        "expiresAt",
                        "revokedAt",
                        "revokedBy",
                        "lastUsedAt"),
                    keys.stream().map(KeyResource::row).toList()));
  }

  /** One key. */
  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed("operator")
  @Operation(operationId = "getKey", summary = "One API key, without its secret")
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(responseCode = "404", description = "there is no such key")
  public Uni<ApiKey> get(@RestPath String id) {
    return repository.find(id).map(KeyResource::required);
  }

  /** Revokes a key. */
  @DELETE
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed("operator")
  @Operation(
      operationId = "revokeKey",
      summary = "Revokes an API key",
      description = "It stays in the list, for whoever reads the audit log.")
  @APIResponse(responseCode = "200", description = "the key, revoked")
  @APIResponse(responseCode = "404", description = "there is no such key")
  public Uni<ApiKey> revoke(@RestPath String id) {
    return repository
        .revoke(id, caller.getPrincipal().getName())
        .invoke(found -> check.forget(id))
        .map(KeyResource::required);
  }

  private static ApiKey required(Optional<KeyRepository.Stored> found) {
    return found
        .map(KeyRepository.Stored::key)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(404, "not-found", "There is no such key.")
                        .withAdvice("/api/v1/keys lists them.")));
  }

  private static Page<ApiKey> page(List<ApiKey> keys, int size) {
    return keys.size() <= size
        ? new Page<>(keys, null)
        : new Page<>(keys.subList(0, size), keys.get(size - 1).id());
  }

  private static @Nullable Object[] row(ApiKey key) {
    return new @Nullable Object[] {
      key.id(),
      key.name(),
      key.role(),
      String.join(" ", key.collections()),
      key.state(),
      key.createdAt(),
      key.createdBy(),
      key.expiresAt(),
      key.revokedAt(),
      key.revokedBy(),
      key.lastUsedAt()
    };
  }

  private static int size(@Nullable Integer limit) {
    int size = limit == null ? 100 : limit;
    if (size < 1 || size > LARGEST_PAGE) {
      throw Problem.badParameter("limit", "from 1 to " + LARGEST_PAGE).asException();
    }
    return size;
  }

  private static String name(@Nullable String name) {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw Problem.badParameter("name", "a text of 1 to " + LONGEST_NAME + " characters")
          .asException();
    }
    return name.strip();
  }

  private static Role role(@Nullable String role) {
    return Optional.ofNullable(role)
        .flatMap(Role::of)
        .orElseThrow(
            () -> Problem.badParameter("role", "viewer, submitter or operator").asException());
  }

  private static List<String> collections(@Nullable List<String> collections) {
    List<String> wanted = collections == null ? List.of() : collections;
    for (String collection : wanted) {
      if (!RouteTable.isCollection(collection)) {
        throw Problem.badParameter("collections", "there is no collection of that name")
            .asException();
      }
    }
    return wanted;
  }

  private Duration lifetime(@Nullable Duration wanted) {
    Duration lifetime = wanted == null ? config.lifetime() : wanted;
    boolean fits =
        !lifetime.isNegative()
            && !lifetime.isZero()
            && lifetime.compareTo(config.longestLifetime()) <= 0;
    if (!fits) {
      throw Problem.badParameter("lifetime", "at most " + config.longestLifetime()).asException();
    }
    return lifetime;
  }
}

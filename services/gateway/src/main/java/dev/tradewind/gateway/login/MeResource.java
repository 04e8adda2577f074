package dev.tradewind.gateway.login;

import dev.tradewind.platform.access.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells callers who they are. */
@Path("/api/v1/me")
@Tag(name = "Access")
public class MeResource {
  private final SecurityIdentity identity;

  MeResource(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The caller. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed("viewer")
  @Operation(operationId = "getMe", summary = "Who the gateway takes the caller for")
  public Me me() {
    Caller caller = Caller.of(identity).orElseThrow();
    return new Me(caller.subject(), caller.role().id(), caller.via());
  }
}

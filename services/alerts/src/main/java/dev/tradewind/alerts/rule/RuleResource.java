package dev.tradewind.alerts.rule;

import dev.tradewind.platform.paging.Page;
import dev.tradewind.platform.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules. */
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
public class RuleResource {
  /** All rules. */
  @GET
  @RolesAllowed("viewer")
  @WithSession
  @Operation(operationId = "listRules", summary = "The alert rules")
  public Uni<Page<RuleView>> list() {
    return RuleEntity.<RuleEntity>listAll(Sort.by("id"))
        .map((List<RuleEntity> rules) -> Page.of(rules.stream().map(RuleView::of).toList()));
  }

  /** One rule. */
  @GET
  @RolesAllowed("viewer")
  @Path("/{id}")
  @WithSession
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(
      responseCode = "404",
      description = "There is no such rule",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @Operation(operationId = "getRule", summary = "One alert rule")
  public Uni<RuleView> get(String id) {
    return RuleEntity.<RuleEntity>findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> Problem.notFound("rule", id).asException())
        .map(RuleView::of);
  }
}

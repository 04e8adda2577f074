package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.paging.ListRequest;
import dev.tradewind.platform.paging.Page;
import dev.tradewind.platform.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Alerts: incidents with their history. */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
public class AlertResource {
  private final Pool pool;

  AlertResource(Pool pool) {
    this.pool = pool;
  }

  /** Alerts, filtered. */
  @GET
  @RolesAllowed("viewer")
  @WithSession
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(
      responseCode = "400",
      description = "A filter is not valid",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @Operation(operationId = "listAlerts", summary = "Alerts, the latest raised first")
  public Uni<Page<AlertView>> list(
      @Parameter(description = "firing, resolved, corrected or withdrawn") @RestQuery
          @Nullable String state,
      @Parameter(description = "ISO 3166-2", example = "CN-GD") @RestQuery @Nullable String region,
      @Parameter(description = "warning or critical") @RestQuery @Nullable String severity,
      @Parameter(description = "1 to 200, 50 if absent") @RestQuery @Nullable Integer limit,
      @Parameter(description = "'next' of the previous part") @RestQuery @Nullable String cursor) {
    ListRequest request = ListRequest.of(limit, cursor);
    AlertFilter filter = new AlertFilter(request.before(), state, region, severity);
    return IncidentEntity.<IncidentEntity>find(filter.query(), filter.parameters())
        .range(0, request.fetch() - 1)
        .list()
        .flatMap((List<IncidentEntity> incidents) -> views(incidents))
        .map(views -> request.page(views, AlertView::id));
  }

  /** One alert. */
  @GET
  @RolesAllowed("viewer")
  @Path("/{id}")
  @WithSession
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(
      responseCode = "404",
      description = "There is no such alert",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @Operation(operationId = "getAlert", summary = "One alert")
  public Uni<AlertView> get(long id) {
    return IncidentEntity.<IncidentEntity>findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> Problem.notFound("alert", id).asException())
        .flatMap(incident -> views(List.of(incident)))
        .map(views -> views.get(0));
  }

  private Uni<List<AlertView>> views(List<IncidentEntity> incidents) {
    if (incidents.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<Long> ids = incidents.stream().map(incident -> incident.id).toList();
    return StepEntity.<StepEntity>list("incident in ?1 order by id", ids)
        .flatMap(
            (List<StepEntity> steps) -> {
              Map<Long, List<StepEntity>> byIncident =
                  steps.stream().collect(Collectors.groupingBy(step -> step.incident));
              return ruleNames()
                  .map(
                      names ->
                          incidents.stream()
                              .map(
                                  incident ->
                                      AlertView.of(
                                          incident,
                                          names.getOrDefault(incident.rule, incident.rule),
                                          byIncident.getOrDefault(incident.id, List.of())))
                              .toList());
            });
  }

  private Uni<Map<String, String>> ruleNames() {
    return pool.query("SELECT id, name FROM rule")
        .execute()
        .map(
            rows -> {
              Map<String, String> names = new HashMap<>();
              rows.forEach(row -> names.put(row.getString(0), row.getString(1)));
              return names;
            });
  }
}

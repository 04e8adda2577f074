package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.paging.ListPart;
import dev.tradewind.alerts.paging.ListRequest;
import dev.tradewind.platform.paging.Page;
import dev.tradewind.platform.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Alerts: incidents with their history. */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
public class AlertResource {
  private static final String RULES =
      """
      SELECT id, name, owner, indicator, comparison, (definition -> 'labels')::text FROM rule WHERE id = ANY ($1)
      """;

  private static final String LABELLED =
      "SELECT id FROM rule WHERE definition -> 'labels' ->> $1 = $2";

  private final Pool pool;
  private final Acknowledging acknowledging;
  private final SecurityIdentity caller;

  AlertResource(Pool pool, Acknowledging acknowledging, SecurityIdentity caller) {
    this.pool = pool;
    this.acknowledging = acknowledging;
    this.caller = caller;
  }

  /** Alerts, filtered. */
  @GET
  @RolesAllowed("viewer")
  @WithSession
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(responseCode = "400", description = "A filter is not valid")
  @Operation(
      operationId = "listAlerts",
      summary = "Alerts, the latest raised first",
      description = "Also as text/csv, without the history.")
  public Uni<Page<AlertView>> list(@BeanParam AlertFilter filter, @BeanParam ListPart part) {
    ListRequest request = part.checked();
    return find(filter, request, request.fetch()).map(views -> request.page(views, AlertView::id));
  }

  /** Alerts, filtered, as a table. */
  @GET
  @Produces("text/csv")
  @RolesAllowed("viewer")
  @WithSession
  @Operation(hidden = true)
  public Uni<String> table(@BeanParam AlertFilter filter, @BeanParam ListPart part) {
    ListRequest request = part.checked();
    return find(filter, request, request.limit()).map(AlertTable::of);
  }

  /** One alert. */
  @GET
  @RolesAllowed("viewer")
  @Path("/{id}")
  @WithSession
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(responseCode = "404", description = "There is no such alert")
  @Operation(operationId = "getAlert", summary = "One alert")
  public Uni<AlertView> get(long id) {
    return one(id);
  }

  /** Takes an alert on. */
  @POST
  @RolesAllowed("operator")
  @Path("/{id}/acknowledge")
  @Consumes(MediaType.APPLICATION_JSON)
  @Blocking
  @APIResponse(responseCode = "204", description = "It is acknowledged")
  @APIResponse(responseCode = "404", description = "There is no such alert")
  @APIResponse(responseCode = "409", description = "It does not fire")
  @Operation(
      operationId = "acknowledgeAlert",
      summary = "Says that somebody takes an alert on",
      description =
          "It stays acknowledged with newer figures and revisions of the same severity or a lower"
              + " one; worse ones make it firing again.")
  public void acknowledge(long id, @Nullable AcknowledgeBody body) {
    acknowledging.acknowledge(id, caller.getPrincipal().getName(), body);
  }

  private Uni<AlertView> one(long id) {
    return IncidentEntity.<IncidentEntity>findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> Problem.notFound("alert", id).asException())
        .flatMap(incident -> views(List.of(incident)))
        .map(views -> views.get(0));
  }

  private Uni<List<AlertView>> find(AlertFilter filter, ListRequest request, int most) {
    AlertFilter.Query query = filter.query(request.before());
    Map.Entry<String, String> label = filter.checkedLabel();
    Uni<List<String>> labelled =
        label == null
            ? Uni.createFrom().item(List.of())
            : pool.preparedQuery(LABELLED)
                .execute(Tuple.of(label.getKey(), label.getValue()))
                .map(
                    rows -> {
                      List<String> ids = new ArrayList<>();
                      rows.forEach(row -> ids.add(row.getString(0)));
                      return ids;
                    });
    return labelled.flatMap(
        ids -> {
          if (label != null) {
            query.anyOf("rule", ids);
          }
          return IncidentEntity.<IncidentEntity>find(query.text(), query.parameters())
              .range(0, most - 1)
              .list()
              .flatMap((List<IncidentEntity> incidents) -> views(incidents));
        });
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
              return rules(incidents)
                  .map(
                      rules ->
                          incidents.stream()
                              .map(
                                  incident ->
                                      AlertView.of(
                                          incident,
                                          rules.getOrDefault(
                                              incident.rule, NamedRule.unknown(incident.rule)),
                                          byIncident.getOrDefault(incident.id, List.of())))
                              .toList());
            });
  }

  private Uni<Map<String, NamedRule>> rules(List<IncidentEntity> incidents) {
    String[] ids =
        incidents.stream().map(incident -> incident.rule).distinct().toArray(String[]::new);
    return pool.preparedQuery(RULES)
        .execute(Tuple.tuple().addArrayOfString(ids))
        .map(
            rows -> {
              Map<String, NamedRule> rules = new HashMap<>();
              for (Row row : rows) {
                rules.put(row.getString(0), NamedRule.of(row));
              }
              return rules;
            });
  }
}

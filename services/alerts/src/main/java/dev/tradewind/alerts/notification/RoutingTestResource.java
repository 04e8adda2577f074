package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.route.ChannelNames;
import dev.tradewind.alerts.route.Routing;
import dev.tradewind.alerts.route.RoutingStore;
import dev.tradewind.alerts.silence.Silences;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.platform.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Says where an incident would go, without sending anything. */
@Path("/api/v1/routing/test")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
public class RoutingTestResource {
  private static final String INCIDENT =
      "SELECT partner, sector, time_window, currency, period FROM incident WHERE id = $1";

  private final Transactions transactions;
  private final ChannelNames channels;

  RoutingTestResource(Transactions transactions, ChannelNames channels) {
    this.transactions = transactions;
    this.channels = channels;
  }

  /** Where it would go. */
  @POST
  @RolesAllowed("operator")
  @Consumes(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(operationId = "testRouting", summary = "Where an incident would go; nothing is sent")
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(responseCode = "400", description = "it names neither an incident nor labels")
  @APIResponse(responseCode = "404", description = "There is no such incident")
  public RoutingAnswer test(@Nullable RoutingQuestion question) {
    if (question == null || (question.incident() == null && question.labels() == null)) {
      throw Problem.badParameter("labels", "give labels, or the id of an incident.").asException();
    }
    return transactions.run(transaction -> answer(transaction, question));
  }

  private RoutingAnswer answer(Transaction transaction, RoutingQuestion question) {
    Routing routing = RoutingStore.current(transaction);
    Pipeline pipeline =
        new Pipeline(routing, Silences.active(transaction), channels.names(transaction));
    Long incident = question.incident();
    Candidates candidates = incident == null ? null : candidates(transaction, incident);
    Candidate known = candidates == null ? null : candidate(candidates, incident);
    Map<String, String> labels = new HashMap<>(known == null ? Map.of() : known.labels());
    if (question.labels() != null) {
      labels.putAll(question.labels());
    }
    List<String> named = question.receivers();
    if (named == null) {
      named = known == null ? List.of() : known.receivers();
    }
    Instant now = Instant.now();
    return new RoutingAnswer(
        labels,
        pipeline.held(labels, known, candidates == null ? List.of() : candidates.all()),
        routing.destinations(labels, named).stream()
            .map(
                to ->
                    new RoutingAnswer.To(
                        to.place(),
                        pipeline.existing(to.receivers()),
                        to.groupBy(),
                        routing.opens(to.timing(), now)))
            .toList());
  }

  private static Candidates candidates(Transaction transaction, long incident) {
    List<Row> rows = transaction.query(INCIDENT, Tuple.of(incident));
    if (rows.isEmpty()) {
      throw Problem.notFound("incident", incident).asException();
    }
    Row row = rows.get(0);
    return Candidates.of(
        transaction,
        new Series(
            row.getString(0), row.getString(1), Window.of(row.getString(2)), row.getString(3)),
        YearMonth.parse(row.getString(4)));
  }

  private static @Nullable Candidate candidate(Candidates candidates, @Nullable Long incident) {
    return candidates.all().stream()
        .filter(candidate -> incident != null && candidate.id() == incident)
        .findFirst()
        .orElse(null);
  }
}

package dev.tradewind.metrics.event;

import dev.tradewind.metrics.answer.Answers;
import dev.tradewind.metrics.answer.AsOf;
import dev.tradewind.metrics.answer.Content;
import dev.tradewind.metrics.answer.Form;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.database.Database;
import dev.tradewind.metrics.reading.Readings;
import dev.tradewind.platform.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The policy timeline, kept by operators. */
@Path("/api/v1/events")
@Tag(name = "Events")
public class EventResource {
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private final Answers answers;
  private final Database database;

  EventResource(Answers answers, Database database) {
    this.answers = answers;
    this.database = database;
  }

  /** Events that touch a range of months or days. */
  @GET
  @RolesAllowed("viewer")
  @Produces({MediaType.APPLICATION_JSON, Form.TEXT_CSV, Form.WORKBOOK})
  @Operation(
      operationId = "getEvents",
      summary = "The policy timeline",
      description =
          "period and endPeriod are the months that an event touches: join them with the period of"
              + " any series.")
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      description = "first month or day",
      schema = @Schema(type = SchemaType.STRING, examples = "2025-01"))
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = "last month or day",
      schema = @Schema(type = SchemaType.STRING, examples = "2025-07"))
  @Parameter(
      name = "kind",
      in = ParameterIn.QUERY,
      description = "comma-separated",
      schema = @Schema(type = SchemaType.STRING, examples = "tariff,truce"))
  @Parameter(
      name = "asOf",
      in = ParameterIn.QUERY,
      description = "an instant, a date or a submission: the timeline as it stood then",
      schema = @Schema(type = SchemaType.STRING, examples = "2025-08-20"))
  @APIResponseSchema(EventPage.class)
  @APIResponse(responseCode = "304", description = "nothing has changed since")
  @APIResponse(responseCode = "400", description = "a parameter is not valid")
  public Uni<Response> events(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question = Question.of(uri, List.of("from", "to", "kind", AsOf.PARAMETER));
    LocalDate from = day(question, "from", true);
    LocalDate to = day(question, "to", false);
    List<String> kinds =
        question.codes(
            "kind", EventKind.IDS::contains, "one of " + String.join(", ", EventKind.IDS));
    return answers.answer(
        question,
        headers,
        (session, version) -> {
          List<PolicyEvent> events =
              Readings.instant(session, question.asOf())
                  .map(then -> EventTable.between(session, from, to, then))
                  .orElseGet(() -> EventTable.between(session, from, to));
          List<EventItem> items =
              events.stream()
                  .filter(event -> kinds.isEmpty() || kinds.contains(event.kind()))
                  .map(EventItem::of)
                  .toList();
          EventPage page =
              new EventPage(items, null, items.isEmpty() ? "no event touches these days" : null);
          return new Content(page, page::csv);
        });
  }

  /** One event. */
  @GET
  @Path("/{id}")
  @RolesAllowed("viewer")
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(operationId = "getEvent", summary = "One event of the timeline")
  @APIResponseSchema(EventItem.class)
  @APIResponse(responseCode = "404", description = "there is no such event")
  public EventItem event(@PathParam("id") String id) {
    return EventItem.of(
        database
            .inSnapshot(session -> EventTable.find(session, id))
            .orElseThrow(() -> Problem.notFound("event", id).asException()));
  }

  /** Adds one. */
  @POST
  @RolesAllowed("operator")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(operationId = "addEvent", summary = "Add an event to the timeline")
  @APIResponseSchema(value = EventItem.class, responseCode = "201")
  @APIResponse(responseCode = "400", description = "the event is not valid")
  @APIResponse(responseCode = "409", description = "the timeline has this event")
  public Response add(@Nullable EventDraft draft) {
    PolicyEvent event = required(draft).checked(null);
    if (!database.<Boolean>inTransaction(session -> EventTable.insert(session, event))) {
      throw Problem.of(409, "event-exists", "The timeline has an event of that day and title.")
          .withDetail("It is " + event.id() + ".")
          .withAdvice("Change it with PUT /api/v1/events/" + event.id() + ".")
          .asException();
    }
    return Response.created(URI.create("/api/v1/events/" + event.id()))
        .entity(EventItem.of(event))
        .build();
  }

  /** Changes one. */
  @PUT
  @Path("/{id}")
  @RolesAllowed("operator")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(operationId = "changeEvent", summary = "Change an event of the timeline")
  @APIResponseSchema(EventItem.class)
  @APIResponse(responseCode = "400", description = "the event is not valid")
  @APIResponse(responseCode = "404", description = "there is no such event")
  public EventItem change(@PathParam("id") String id, @Nullable EventDraft draft) {
    PolicyEvent event = required(draft).checked(id);
    if (!database.<Boolean>inTransaction(session -> EventTable.update(session, event))) {
      throw Problem.notFound("event", id).asException();
    }
    return EventItem.of(event);
  }

  /** Takes one out. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed("operator")
  @Blocking
  @Operation(operationId = "removeEvent", summary = "Take an event out of the timeline")
  @APIResponse(responseCode = "204", description = "it is out")
  @APIResponse(responseCode = "404", description = "there is no such event")
  public void remove(@PathParam("id") String id) {
    if (!database.<Boolean>inTransaction(session -> EventTable.delete(session, id))) {
      throw Problem.notFound("event", id).asException();
    }
  }

  private static EventDraft required(@Nullable EventDraft draft) {
    return draft == null ? new EventDraft(null, null, null, null, null, null) : draft;
  }

  private static LocalDate day(Question question, String name, boolean first) {
    Optional<String> text = question.text(name);
    if (text.isEmpty()) {
      return first ? FIRST : LAST;
    }
    try {
      if (text.get().length() == "2025-07".length()) {
        YearMonth month = YearMonth.parse(text.get());
        return first ? month.atDay(1) : month.atEndOfMonth();
      }
      return LocalDate.parse(text.get());
    } catch (DateTimeException e) {
      throw Question.bad(
          name, "'" + text.get() + "' is neither a month such as 2025-07 nor a day.");
    }
  }
}

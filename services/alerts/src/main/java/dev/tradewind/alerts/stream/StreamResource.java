package dev.tradewind.alerts.stream;

import dev.tradewind.platform.problem.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/**
 * The steps of all alerts, as server-sent events. A step's id is the event's; ids are in the order
 * of commits, since all writers take turns, so a client that comes back misses nothing and gets
 * nothing twice, from whichever replica.
 */
@Path("/api/v1/alerts/stream")
@Tag(name = "Alerts")
public class StreamResource {
  private static final int MOST = 200;

  private static final String NEWEST = "SELECT coalesce(max(id), 0) FROM incident_step";

  private static final String AFTER =
      """
      SELECT s.id, s.at, s.kind, i.id, i.rule, r.name, s.state, s.severity, i.region, i.partner, i.sector,
             i.time_window, i.currency, s.period, r.indicator, o.observed, s.submission, s.cause, s.actor, s.comment
      FROM incident_step s JOIN incident i ON i.id = s.incident JOIN rule r ON r.id = i.rule
      LEFT JOIN observation o ON o.incident = i.id AND o.period = s.period
      WHERE s.id > $1 ORDER BY s.id LIMIT $2
      """;

  private final Pool pool;
  private final StreamConfig config;

  StreamResource(Pool pool, StreamConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /** What happens from now on, or since the step that a client saw last. */
  @GET
  @RolesAllowed("viewer")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @APIResponse(
      responseCode = "200",
      description = "One event for each step of an alert",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = StreamedStep.class)))
  @APIResponse(responseCode = "400", description = "The last event's id is none")
  @Operation(
      operationId = "followAlerts",
      summary = "What happens to alerts, as server-sent events",
      description =
          "Begins with what happens next; with Last-Event-ID, after that event, and with 0, from"
              + " the beginning. The event's name is the step.")
  public Multi<OutboundSseEvent> stream(
      @Parameter(description = "The id of the last event seen", example = "101")
          @RestHeader("Last-Event-ID")
          @Nullable String lastEventId,
      @Context Sse sse) {
    Uni<Long> start =
        lastEventId == null
            ? pool.query(NEWEST).execute().map(rows -> rows.iterator().next().getLong(0))
            : Uni.createFrom().item(id(lastEventId));
    return start
        .onItem()
        .transformToMulti(
            from -> {
              Cursor cursor = new Cursor(from, sse);
              Multi<OutboundSseEvent> steps =
                  Multi.createBy()
                      .repeating()
                      .uni(cursor::next)
                      .withDelay(config.pollInterval())
                      .indefinitely()
                      .onItem()
                      .transformToIterable(events -> events);
              return Multi.createBy()
                  .concatenating()
                  .streams(Multi.createFrom().item(cursor.greeting()), steps);
            });
  }

  private static long id(String text) {
    try {
      long id = Long.parseLong(text.strip());
      if (id >= 0) {
        return id;
      }
    } catch (NumberFormatException e) {
      // Answered below, as a negative number is.
    }
    throw Problem.badParameter("Last-Event-ID", "use the id of an event of this stream, or 0.")
        .asException();
  }

  /** Where one client is. */
  private final class Cursor {
    private final Sse sse;
    private long last;
    private Instant spoke = Instant.now();

    private Cursor(long last, Sse sse) {
      this.last = last;
      this.sse = sse;
    }

    /** Says how soon to come back, and that the stream is open. */
    private OutboundSseEvent greeting() {
      return sse.newEventBuilder()
          .comment("alerts")
          .reconnectDelay(config.retry().toMillis())
          .build();
    }

    private Uni<List<OutboundSseEvent>> next() {
      return pool.preparedQuery(AFTER).execute(Tuple.of(last, MOST)).map(this::events);
    }

    private List<OutboundSseEvent> events(Iterable<Row> rows) {
      List<OutboundSseEvent> events = new ArrayList<>();
      for (Row row : rows) {
        StreamedStep step = StreamedStep.of(row);
        last = step.id();
        events.add(
            sse.newEventBuilder()
                .id(String.valueOf(step.id()))
                .name(step.step())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(StreamedStep.class, step)
                .build());
      }
      if (events.isEmpty() && spoke.plus(config.heartbeat()).isBefore(Instant.now())) {
        events.add(sse.newEventBuilder().comment("").build());
      }
      if (!events.isEmpty()) {
        spoke = Instant.now();
      }
      return events;
    }
  }
}

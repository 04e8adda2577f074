package dev.tradewind.ingest.submission;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** The way of a submission, as it goes on. */
@Path("/api/v1/submissions")
@Tag(name = "Submissions")
class EventsResource {
  /** The state is a row of the database, so it does not matter which replica works on it. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final SubmissionReader reader;

  EventsResource(SubmissionReader reader) {
    this.reader = reader;
  }

  /**
   * What has changed.
   *
   * @param reason why it is rejected, stuck or waiting
   */
  record Event(UUID id, State state, ProgressView progress, @Nullable String reason) {
    private static Event of(SubmissionEntity row) {
      return new Event(row.id, State.of(row.state), ProgressView.of(row), row.reason);
    }

    private static boolean last(SubmissionEntity row) {
      return switch (State.of(row.state)) {
        case APPLIED, REJECTED, STUCK -> true;
        case WITHDRAWN -> row.closedAt != null;
        case RECEIVING, RECEIVED, CHECKING, PUBLISHING, PUBLISHED -> false;
      };
    }
  }

  @GET
  @Path("/{id}/events")
  @RolesAllowed("viewer")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The progress of a submission, as server-sent events",
      description = "One event at once and one for each change; ends when nothing more can happen.",
      operationId = "followSubmission")
  public Multi<Event> events(@RestPath UUID id) {
    return Multi.createBy()
        .repeating()
        .uni(() -> reader.row(id))
        .withDelay(LOOK_EVERY)
        .whilst(row -> !Event.last(row))
        .map(Event::of)
        .skip()
        .repetitions();
  }
}

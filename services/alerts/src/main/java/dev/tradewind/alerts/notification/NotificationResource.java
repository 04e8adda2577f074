package dev.tradewind.alerts.notification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.paging.ListRequest;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.platform.paging.Page;
import dev.tradewind.platform.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Messages, sent and to be sent. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
public class NotificationResource {
  private static final Set<String> STATES = Set.of("pending", "sent", "failed", "no-channel");

  private static final String LIST =
      """
      SELECT id, channel, group_key, period, state, desired_version, sent_version, attempts, last_error, desired_at,
             next_attempt_at, sent_at, submission, payload::text, sent::text, desired::text
      FROM notification
      WHERE id < $1 AND ($2::text IS NULL OR state = $2) ORDER BY id DESC LIMIT $3
      """;

  private final Pool pool;
  private final Receivers receivers;

  NotificationResource(Pool pool, Receivers receivers) {
    this.pool = pool;
    this.receivers = receivers;
  }

  /** Messages, filtered. */
  @GET
  @RolesAllowed("viewer")
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(
      responseCode = "400",
      description = "A filter is not valid",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @Operation(operationId = "listNotifications", summary = "Messages, the newest first")
  public Uni<Page<NotificationView>> list(
      @Parameter(description = "pending, sent, failed or no-channel") @RestQuery
          @Nullable String state,
      @Parameter(description = "1 to 200, 50 if absent") @RestQuery @Nullable Integer limit,
      @Parameter(description = "'next' of the previous part") @RestQuery @Nullable String cursor) {
    ListRequest request = ListRequest.of(limit, cursor);
    if (state != null && !STATES.contains(state)) {
      throw Problem.badParameter("state", "use pending, sent, failed or no-channel.").asException();
    }
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(request.before(), state, request.fetch()))
        .map(
            rows -> {
              List<NotificationView> views = new ArrayList<>();
              rows.forEach(row -> views.add(view(row)));
              return request.page(views, NotificationView::id);
            });
  }

  private NotificationView view(Row row) {
    String state = row.getString(4);
    return new NotificationView(
        row.getLong(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        state,
        row.getInteger(5),
        row.getInteger(6),
        row.getInteger(7),
        row.getString(8),
        instant(row.getOffsetDateTime(9)),
        state.equals("pending") ? instant(row.getOffsetDateTime(10)) : null,
        instant(row.getOffsetDateTime(11)),
        row.getUUID(12),
        payload(row, state));
  }

  /** What was sent; for what is still to be sent, what it would be. */
  private @Nullable JsonNode payload(Row row, String state) {
    String stored = row.getString(13);
    if (state.equals("sent") && stored != null) {
      return StoredJson.read(stored, JsonNode.class);
    }
    Receiver receiver = receivers.receiver(row.getString(1));
    Draft draft =
        new Draft(
            StoredJson.readNullable(row.getString(14), Telling.class),
            StoredJson.read(row.getString(15), Telling.class));
    return receiver == null || draft.reason() == Draft.Reason.NOTHING_NEW
        ? null
        : receiver.payload(draft);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}

package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.paging.ListPart;
import dev.tradewind.alerts.paging.ListRequest;
import dev.tradewind.platform.paging.Page;
import dev.tradewind.platform.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The delivery log: messages, sent and to be sent. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
public class NotificationResource {
  private static final String LIST =
      "SELECT "
          + NotificationViews.COLUMNS
          + """
          FROM notification
          WHERE id < $1 AND ($2::text IS NULL OR state = $2) AND ($3::text IS NULL OR kind = $3)
            AND ($4::text IS NULL OR channel = $4) AND ($5::text IS NULL OR period = $5)
            AND ($6::text IS NULL OR starts_with(group_key, $6))
          ORDER BY id DESC LIMIT $7
          """;

  private static final String ONE =
      "SELECT " + NotificationViews.COLUMNS + "FROM notification WHERE id = $1";

  private static final String DELIVERIES =
      "SELECT version, at, reason, outcome, detail FROM delivery WHERE notification = $1 ORDER BY id";

  private static final String RETRY =
      """
      UPDATE notification SET state = 'pending', attempts = 0, next_attempt_at = now()
      WHERE id = $1 AND state = 'failed'
      """;

  private final Pool pool;
  private final NotificationViews views;
  private final Courier courier;

  NotificationResource(Pool pool, NotificationViews views, Courier courier) {
    this.pool = pool;
    this.views = views;
    this.courier = courier;
  }

  /** Messages, filtered. */
  @GET
  @RolesAllowed("viewer")
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(responseCode = "400", description = "A filter is not valid")
  @Operation(operationId = "listNotifications", summary = "Messages, the newest first")
  public Uni<Page<NotificationView>> list(
      @Parameter(description = "pending, sent, failed, no-channel, held or superseded") @RestQuery
          @Nullable String state,
      @Parameter(description = "alerts, all-clear, overdue, digest or test") @RestQuery
          @Nullable String kind,
      @Parameter(description = "a channel's name") @RestQuery @Nullable String channel,
      @Parameter(description = "a month, such as 2025-08") @RestQuery @Nullable String period,
      @Parameter(description = "a group, or the beginning of its key, such as 2025-08|USA")
          @RestQuery
          @Nullable String group,
      @BeanParam ListPart part) {
    ListRequest request = part.checked();
    NotificationFilter filter = new NotificationFilter(state, kind, channel, period, group);
    return pool.preparedQuery(LIST)
        .execute(
            Tuple.tuple()
                .addLong(request.before())
                .addString(filter.state())
                .addString(filter.kind())
                .addString(filter.channel())
                .addString(filter.period())
                .addString(filter.group())
                .addInteger(request.fetch()))
        .map(rows -> request.page(all(rows, views::view), NotificationView::id));
  }

  /** One message with all attempts. */
  @GET
  @Path("/{id}")
  @RolesAllowed("viewer")
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(responseCode = "404", description = "There is no such message")
  @Operation(operationId = "getNotification", summary = "One message, with every attempt")
  public Uni<NotificationView> get(long id) {
    return one(id)
        .flatMap(
            message ->
                pool.preparedQuery(DELIVERIES)
                    .execute(Tuple.of(id))
                    .map(rows -> message.with(all(rows, NotificationViews::delivery))));
  }

  /** Tries a parked message again. */
  @POST
  @Path("/{id}/retry")
  @RolesAllowed("operator")
  @APIResponse(responseCode = "200", description = "It is due again")
  @APIResponse(responseCode = "404", description = "There is no such message")
  @APIResponse(responseCode = "409", description = "It is not parked")
  @Operation(operationId = "retryNotification", summary = "Try a parked message again")
  public Uni<NotificationView> retry(long id) {
    return pool.preparedQuery(RETRY)
        .execute(Tuple.of(id))
        .flatMap(
            updated ->
                one(id)
                    .invoke(
                        message -> {
                          if (updated.rowCount() == 0) {
                            throw notParked(message).asException();
                          }
                          courier.wake();
                        }));
  }

  private static Problem notParked(NotificationView message) {
    return Problem.of(409, "not-parked", "The message is not parked.")
        .withDetail("Notification " + message.id() + " is " + message.state() + ".")
        .withAdvice("Only messages that are 'failed' can be tried again.");
  }

  private Uni<NotificationView> one(long id) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(
            rows -> {
              if (rows.rowCount() == 0) {
                throw Problem.notFound("notification", id).asException();
              }
              return views.view(rows.iterator().next());
            });
  }

  private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> view) {
    List<T> all = new ArrayList<>();
    rows.forEach(row -> all.add(view.apply(row)));
    return all;
  }
}

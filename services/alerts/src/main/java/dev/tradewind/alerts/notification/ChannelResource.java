package dev.tradewind.alerts.notification;

import dev.tradewind.platform.paging.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The channels, without their secrets. */
@Path("/api/v1/channels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
public class ChannelResource {
  private static final String LIST =
      """
      SELECT c.name, c.kind, c.not_before, count(n.id) FILTER (WHERE n.state = 'pending'),
             count(n.id) FILTER (WHERE n.state = 'failed'), max(n.sent_at)
      FROM channel c LEFT JOIN notification n ON n.channel = c.name
      GROUP BY c.name, c.kind, c.not_before ORDER BY c.name
      """;

  private final Pool pool;
  private final Receivers receivers;

  ChannelResource(Pool pool, Receivers receivers) {
    this.pool = pool;
    this.receivers = receivers;
  }

  /** All channels. */
  @GET
  @RolesAllowed("viewer")
  @Operation(operationId = "listChannels", summary = "Where messages go")
  public Uni<Page<ChannelView>> list() {
    return pool.query(LIST)
        .execute()
        .map(
            rows -> {
              List<ChannelView> views = new ArrayList<>();
              rows.forEach(row -> views.add(view(row)));
              return Page.of(views);
            });
  }

  private ChannelView view(Row row) {
    String name = row.getString(0);
    Receiver receiver = receivers.receiver(name);
    Instant notBefore = row.getOffsetDateTime(2).toInstant();
    boolean configured = receiver != null && receiver.configured();
    boolean waiting = configured && notBefore.isAfter(Instant.now());
    return new ChannelView(
        name,
        row.getString(1),
        receiver == null ? "" : receiver.host(),
        !configured ? "not-configured" : waiting ? "waiting" : "active",
        waiting ? notBefore : null,
        row.getLong(3),
        row.getLong(4),
        instant(row.getOffsetDateTime(5)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}

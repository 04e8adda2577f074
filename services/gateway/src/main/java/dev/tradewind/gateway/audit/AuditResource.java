package dev.tradewind.gateway.audit;

import dev.tradewind.gateway.table.CsvTable;
import dev.tradewind.platform.paging.Page;
import dev.tradewind.platform.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The audit log over the API. */
@Path("/api/v1/audit")
@Tag(name = "Access")
public class AuditResource {
  private static final int LARGEST_PAGE = 1_000;

  private final AuditLog log;

  AuditResource(AuditLog log) {
    this.log = log;
  }

  /** Lists entries. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed("operator")
  @Operation(
      operationId = "listAudit",
      summary = "Writes and refused attempts, the newest first",
      description =
          "Who, what, when, from where, and the status of the answer. `path` is a beginning.")
  public Uni<Page<AuditEntry>> list(
      @RestQuery @Nullable String subject,
      @RestQuery @Nullable String path,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable Long cursor) {
    int size = size(limit);
    return log.list(cursor, subject, path, size + 1).map(entries -> page(entries, size));
  }

  /** Lists entries as a table. */
  @GET
  @Produces("text/csv")
  @RolesAllowed("operator")
  @Operation(hidden = true)
  public Uni<String> table(
      @RestQuery @Nullable String subject,
      @RestQuery @Nullable String path,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable Long cursor) {
    return log.list(cursor, subject, path, size(limit))
        .map(
            entries ->
                CsvTable.of(
                    List.of(
                        "id",
                        "at",
                        "subject",
                        "role",
                        "via",
                        "action",
                        "path",
                        "peer",
                        "requestId",
                        "status",
                        "endedAt"),
                    entries.stream().map(AuditResource::row).toList()));
  }

  private static Page<AuditEntry> page(List<AuditEntry> entries, int size) {
    return entries.size() <= size
        ? new Page<>(entries, null)
        : new Page<>(entries.subList(0, size), String.valueOf(entries.get(size - 1).id()));
  }

  private static @Nullable Object[] row(AuditEntry entry) {
    return new @Nullable Object[] {
      entry.id(),
      entry.at(),
      entry.subject(),
      entry.role(),
      entry.via(),
      entry.action(),
      entry.path(),
      entry.peer(),
      entry.requestId(),
      entry.status(),
      entry.endedAt()
    };
  }

  private static int size(@Nullable Integer limit) {
    int size = limit == null ? 100 : limit;
    if (size < 1 || size > LARGEST_PAGE) {
      throw Problem.badParameter("limit", "from 1 to " + LARGEST_PAGE).asException();
    }
    return size;
  }
}

package dev.tradewind.ingest.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.tradewind.ingest.store.Database;
import dev.tradewind.platform.paging.Page;
import dev.tradewind.platform.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Watched folders and buckets, and what came from them. */
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
@Tag(name = "Sources", description = "Watched folders and buckets.")
@Blocking
class SourceResource {
  private static final int MOST = 1000;

  private static final String OBJECTS =
      """
      select o.name, o.version, o.bytes, o.state, o.first_seen_at, o.submission, o.reason, s.state as submission_state
      from source_object o left join submission s on s.id = o.submission
      where o.source = $1 order by o.first_seen_at desc, o.name, o.version offset $2 limit $3
      """;

  private final Sources sources;
  private final Poller poller;
  private final Database database;

  SourceResource(Sources sources, Poller poller, Database database) {
    this.sources = sources;
    this.poller = poller;
    this.database = database;
  }

  /**
   * A watched place.
   *
   * @param kind folder or bucket
   * @param lookedAt when this replica last looked at it
   * @param problem what went wrong then
   */
  @Schema(name = "Source")
  record SourceView(
      String name,
      String kind,
      String address,
      boolean results,
      @Nullable Instant lookedAt,
      @Nullable String problem) {}

  /**
   * A file, or a folder of files, that came from a place.
   *
   * @param state settling, taken or refused
   * @param submission what it became
   * @param submissionState the submission's state
   * @param reason why it was refused, or what to know of its result
   */
  @Schema(name = "SourceObject")
  record ObjectView(
      String name,
      String version,
      long bytes,
      String state,
      Instant firstSeenAt,
      @Nullable UUID submission,
      @Nullable String submissionState,
      @Nullable String reason) {
    static ObjectView of(Row row) {
      return new ObjectView(
          row.getString("name"),
          row.getString("version"),
          row.getLong("bytes"),
          row.getString("state"),
          row.getOffsetDateTime("first_seen_at").toInstant(),
          row.getUUID("submission"),
          row.getString("submission_state"),
          row.getString("reason"));
    }
  }

  @GET
  @Operation(summary = "Watched folders and buckets", operationId = "listSources")
  public Page<SourceView> list() {
    return new Page<>(sources.all().stream().map(this::view).toList(), null);
  }

  private SourceView view(Source source) {
    Poller.Look look = poller.look(source.name());
    return new SourceView(
        source.name(),
        source.place().kind(),
        source.place().address(),
        source.results(),
        look == null ? null : look.at(),
        look == null ? null : look.problem());
  }

  @GET
  @Path("/{name}/objects")
  @Operation(
      summary = "What came from a source, newest first",
      description = "With Accept: text/csv, as a table.",
      operationId = "listSourceObjects")
  public Page<ObjectView> objects(
      @RestPath String name,
      @RestQuery @DefaultValue("100") int limit,
      @RestQuery @DefaultValue("0") int cursor) {
    if (limit < 1 || limit > MOST) {
      throw Problem.badParameter("limit", "use 1 to " + MOST).asException();
    }
    if (cursor < 0) {
      throw Problem.badParameter("cursor", "take it from 'next' of the part before").asException();
    }
    if (sources.all().stream().noneMatch(source -> source.name().equals(name))) {
      throw Problem.notFound("source", name).asException();
    }
    List<ObjectView> found =
        database.execute(OBJECTS, name, (long) cursor, (long) limit + 1).stream()
            .map(ObjectView::of)
            .toList();
    return new Page<>(
        found.stream().limit(limit).toList(),
        found.size() > limit ? String.valueOf(cursor + limit) : null);
  }

  @GET
  @Path("/{name}/objects")
  @Produces("text/csv; charset=UTF-8")
  @Operation(hidden = true)
  public String objectsAsCsv(@RestPath String name) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "name",
          "version",
          "bytes",
          "state",
          "firstSeenAt",
          "submission",
          "submissionState",
          "reason");
      for (ObjectView object : objects(name, MOST, 0).items()) {
        csv.writeRecord(
            harmless(object.name()),
            object.version(),
            String.valueOf(object.bytes()),
            object.state(),
            object.firstSeenAt().toString(),
            object.submission() == null ? "" : object.submission().toString(),
            object.submissionState() == null ? "" : object.submissionState(),
            harmless(object.reason() == null ? "" : object.reason()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A name must not become a formula in the reader's spreadsheet. */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}

package dev.tradewind.metrics.bulk;

import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.answer.Form;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.database.Database;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.reading.Readings;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** All facts that pass the filters, from one snapshot, as they are read: memory stays flat. */
@Path("/api/v1/exports/bulk")
@Tag(name = "Exports")
public class BulkResource {
  private static final Logger LOG = Logger.getLogger(BulkResource.class);
  private static final int ROWS = 5_000;

  private final Database database;
  private final Readings readings;
  private final Vertx vertx;
  private final MetricsConfig.Bulk bounds;

  BulkResource(Database database, Readings readings, Vertx vertx, MetricsConfig config) {
    this.database = database;
    this.readings = readings;
    this.vertx = vertx;
    this.bounds = config.bulk();
  }

  /**
   * Tidy CSV without end; an answer that breaks off is not complete. The database is read no faster
   * than the client reads, and what it holds of it is given back when the client is gone or takes
   * too long.
   */
  @GET
  @Blocking
  @RolesAllowed("viewer")
  @Produces(Form.TEXT_CSV)
  @Operation(
      operationId = "getExportsBulk",
      summary = "All facts that pass the filters, as one stream of CSV")
  @Parameter(name = "region", ref = "regions")
  @Parameter(name = "partner", ref = "partners")
  @Parameter(name = "product", ref = "products")
  @Parameter(name = "sector", ref = "sector")
  @Parameter(name = "from", ref = "from")
  @Parameter(name = "to", ref = "to")
  @Parameter(name = "currency", ref = "currency")
  @Parameter(name = "asOf", ref = "asOf")
  @APIResponse(responseCode = "200", description = "period,region,partner,hs,value,currency,…")
  @APIResponse(responseCode = "400", description = "a parameter is not valid")
  public Response bulk(@Context UriInfo uri, @Context HttpServerRequest request) {
    Question question = Question.of(uri, BulkQuery.PARAMETERS);
    // Read once before anything is sent: what is wrong with the question is still a problem then.
    database.inSnapshot(session -> query(session, question).sql());
    StreamingOutput body =
        output -> send(question, new BoundedStream(vertx, request, output, bounds));
    return Response.ok(body, "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"exports.csv\"")
        .build();
  }

  private void send(Question question, BoundedStream stream) {
    try {
      stream.write(FactLines.HEADER.getBytes(StandardCharsets.UTF_8));
      database.inSnapshot(
          session -> {
            send(session, question, stream);
            return true;
          });
      stream.flush();
    } catch (IOException | UncheckedIOException gone) {
      LOG.debug("a client did not take all facts", gone);
      stream.breakOff();
    } catch (RuntimeException | Error failed) {
      // Else the framework would end what was begun well, and a part would look like all.
      if (stream.begun()) {
        stream.breakOff();
      }
      throw failed;
    }
  }

  private void send(Session session, Question question, BoundedStream stream) {
    BulkQuery query = query(session, question);
    String currency = question.currency();
    session.chunks(
        query.sql(),
        ROWS,
        rows -> {
          try {
            stream.write(FactLines.of(rows, currency).getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        query.parameters());
  }

  private BulkQuery query(Session session, Question question) {
    return new BulkQuery(readings.open(session, Version.read(session), question), question);
  }
}

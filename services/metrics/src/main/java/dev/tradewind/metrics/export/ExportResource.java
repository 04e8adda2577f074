package dev.tradewind.metrics.export;

import dev.tradewind.metrics.answer.Answers;
import dev.tradewind.metrics.answer.Content;
import dev.tradewind.metrics.answer.Form;
import dev.tradewind.metrics.answer.Question;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Drill-down into exports. */
@Path("/api/v1/exports")
@Produces({MediaType.APPLICATION_JSON, Form.TEXT_CSV, Form.SDMX, Form.WORKBOOK})
@Tag(name = "Exports")
public class ExportResource {
  private final Answers answers;
  private final ExportReader reader;

  ExportResource(Answers answers, ExportReader reader) {
    this.answers = answers;
    this.reader = reader;
  }

  /** Sums by any of period, region, product and partner. */
  @GET
  @RolesAllowed("viewer")
  @Operation(
      operationId = "getExports",
      summary = "Exports by any of region, partner, product and period, with any filter")
  @Parameter(
      name = "by",
      in = ParameterIn.QUERY,
      description =
          "dimensions that stay, comma-separated; the others are summed over: period, region,"
              + " region-group, product, hs2, hs4, hs6, hs8, sector, partner, partner-group",
      schema = @Schema(type = SchemaType.STRING, defaultValue = "period,region,product,partner"))
  @Parameter(name = "region", ref = "regions")
  @Parameter(name = "partner", ref = "partners")
  @Parameter(name = "product", ref = "products")
  @Parameter(name = "sector", ref = "sector")
  @Parameter(
      name = "window",
      in = ParameterIn.QUERY,
      description = "what is summed to a period",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"month", "ytd", "r12m", "jan-feb", "year"},
              defaultValue = "month"))
  @Parameter(
      name = "period",
      in = ParameterIn.QUERY,
      description = "a month such as 2025-07, instead of from and to",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(name = "asOf", ref = "asOf")
  @Parameter(name = "from", ref = "from")
  @Parameter(name = "to", ref = "to")
  @Parameter(name = "currency", ref = "currency")
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "10000",
              defaultValue = "1000"))
  @Parameter(name = "cursor", ref = "cursor")
  @APIResponseSchema(ExportPage.class)
  @APIResponse(responseCode = "304", description = "nothing was merged since")
  @APIResponse(responseCode = "400", description = "a parameter is not valid")
  @APIResponse(responseCode = "409", description = "data were merged since the list's first part")
  public Uni<Response> exports(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question = Question.of(uri, ExportQuestion.PARAMETERS);
    return answers.answer(
        question,
        headers,
        (session, version) -> {
          ExportPage page = reader.read(session, version, question);
          return new Content(page, page::csv, page::sdmx);
        });
  }
}

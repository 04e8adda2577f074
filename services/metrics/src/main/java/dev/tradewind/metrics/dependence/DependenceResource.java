package dev.tradewind.metrics.dependence;

import dev.tradewind.metrics.answer.Answers;
import dev.tradewind.metrics.answer.Content;
import dev.tradewind.metrics.answer.Form;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.reading.Readings;
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

/** Whether the more reliant fell more. */
@Path("/api/v1/dependence")
@Produces({MediaType.APPLICATION_JSON, Form.TEXT_CSV, Form.WORKBOOK})
@Tag(name = "Dependence")
public class DependenceResource {
  private final Answers answers;
  private final DependenceReader reader;
  private final Readings readings;

  DependenceResource(Answers answers, DependenceReader reader, Readings readings) {
    this.answers = answers;
    this.reader = reader;
    this.readings = readings;
  }

  /** All regions with their statistics. */
  @GET
  @RolesAllowed("viewer")
  @Operation(
      operationId = "getDependence",
      summary = "Base-year exposure against change: correlations, slopes, leave-one-out, outliers",
      description =
          "Least squares over regions, unweighted and weighted by base value, with 95 % intervals."
              + " An association, not a cause.")
  @Parameter(name = "partner", ref = "partner")
  @Parameter(name = "period", ref = "period")
  @Parameter(name = "window", ref = "window")
  @Parameter(name = "currency", ref = "currency")
  @Parameter(name = "sector", ref = "sector")
  @Parameter(
      name = "population",
      in = ParameterIn.QUERY,
      description = "all regions, those that fell, or those that rose",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"all", "fell", "rose"},
              defaultValue = "all"))
  @Parameter(
      name = "minBase",
      in = ParameterIn.QUERY,
      description =
          "least base of a region; by default about 0.3 % of the nation's, as 1, 2 or 5 times a"
              + " power of ten",
      schema = @Schema(type = SchemaType.NUMBER, examples = "1000000000"))
  @Parameter(
      name = "exposure",
      in = ParameterIn.QUERY,
      description = "that of the whole calendar year before, or of the base window only",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"year", "window"},
              defaultValue = "year"))
  @Parameter(name = "asOf", ref = "asOf")
  @APIResponseSchema(DependencePage.class)
  @APIResponse(responseCode = "304", description = "nothing was merged since")
  @APIResponse(responseCode = "400", description = "a parameter is not valid")
  public Uni<Response> dependence(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question = Question.of(uri, DependenceQuestion.PARAMETERS);
    return answers.answer(
        question,
        headers,
        (session, version) -> {
          Reading reading = readings.open(session, version, question);
          DependencePage page =
              reader.read(reading, DependenceQuestion.of(question, reading.groups()));
          return new Content(page, page::csv);
        });
  }
}

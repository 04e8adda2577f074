package dev.tradewind.metrics.shift;

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

/** Finds supply chains that shift. */
@Path("/api/v1/shifts")
@Produces({MediaType.APPLICATION_JSON, Form.TEXT_CSV, Form.WORKBOOK})
@Tag(name = "Shifts")
public class ShiftResource {
  private final Answers answers;
  private final ShiftReader reader;
  private final Readings readings;

  ShiftResource(Answers answers, ShiftReader reader, Readings readings) {
    this.answers = answers;
    this.reader = reader;
    this.readings = readings;
  }

  /** Flows that changed many times over, the strongest first. */
  @GET
  @RolesAllowed("viewer")
  @Operation(
      operationId = "getShifts",
      summary = "Flows of a region, product and partner that grew, shrank, began or ceased",
      description =
          "Compared with the same window a year earlier. Product groups that the two windows do not"
              + " cover alike are left out and named in excluded.")
  @Parameter(
      name = "level",
      in = ParameterIn.QUERY,
      description = "what counts as one product: a sector of /sectors, or digits of the HS code",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"sector", "2", "4", "6", "8"},
              defaultValue = "6"))
  @Parameter(
      name = "kind",
      in = ParameterIn.QUERY,
      description = "comma-separated: grown, shrunk, new-flow, ceased",
      schema = @Schema(type = SchemaType.STRING, defaultValue = "grown,new-flow"))
  @Parameter(
      name = "by",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"fold", "value", "change"},
              defaultValue = "fold"))
  @Parameter(name = "partner", ref = "partners")
  @Parameter(name = "region", ref = "regions")
  @Parameter(name = "sector", ref = "sector")
  @Parameter(name = "period", ref = "period")
  @Parameter(name = "window", ref = "window")
  @Parameter(name = "currency", ref = "currency")
  @Parameter(
      name = "minBase",
      in = ParameterIn.QUERY,
      description = "least base of what has grown, shrunk or ceased",
      schema = @Schema(type = SchemaType.NUMBER, defaultValue = "1000000"))
  @Parameter(
      name = "minCurrent",
      in = ParameterIn.QUERY,
      description = "least current value of what has grown or begun",
      schema = @Schema(type = SchemaType.NUMBER, defaultValue = "1000000"))
  @Parameter(
      name = "minFold",
      in = ParameterIn.QUERY,
      description = "least change of what has grown or shrunk: 3 is three times, or a third",
      schema = @Schema(type = SchemaType.NUMBER, defaultValue = "2"))
  @Parameter(name = "limit", ref = "limit")
  @Parameter(name = "cursor", ref = "cursor")
  @Parameter(name = "asOf", ref = "asOf")
  @APIResponseSchema(ShiftPage.class)
  @APIResponse(responseCode = "304", description = "nothing was merged since")
  @APIResponse(responseCode = "400", description = "a parameter is not valid")
  @APIResponse(responseCode = "409", description = "data were merged since the list's first part")
  public Uni<Response> shifts(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question = Question.of(uri, ShiftQuestion.PARAMETERS);
    return answers.answer(
        question,
        headers,
        (session, version) -> {
          Reading reading = readings.open(session, version, question);
          ShiftPage page = reader.read(reading, ShiftQuestion.of(question, reading.groups()));
          return new Content(page, page::csv);
        });
  }
}

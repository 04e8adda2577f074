package dev.tradewind.metrics.diversification;

import dev.tradewind.metrics.MetricsConfig;
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

/** Whether falls to one partner were made up for elsewhere. */
@Path("/api/v1/diversification")
@Produces({MediaType.APPLICATION_JSON, Form.TEXT_CSV, Form.WORKBOOK})
@Tag(name = "Diversification")
public class DiversificationResource {
  private final Answers answers;
  private final DiversificationReader reader;
  private final MetricsConfig config;
  private final Readings readings;

  DiversificationResource(
      Answers answers, DiversificationReader reader, MetricsConfig config, Readings readings) {
    this.answers = answers;
    this.reader = reader;
    this.config = config;
    this.readings = readings;
  }

  /** The nation and all regions, sector by sector. */
  @GET
  @RolesAllowed("viewer")
  @Operation(
      operationId = "getDiversification",
      summary = "Offset ratio, concentration of markets, gaining partners, possible rerouting",
      description =
          "offset is the change to the rest of the world divided by the fall to the partner;"
              + " both changes are given beside it. Falls below minFall or minFallRate of the"
              + " base are too small to divide by. possibleRerouting says that the partner took"
              + " less and a hub took more of the same HS code; it says nothing of causes.")
  @Parameter(name = "partner", ref = "partner")
  @Parameter(
      name = "sector",
      in = ParameterIn.QUERY,
      description = "comma-separated: all, ids of /sectors, hs: and 2 to 8 digits",
      schema = @Schema(type = SchemaType.STRING, defaultValue = "all", examples = "furniture,toys"))
  @Parameter(name = "period", ref = "period")
  @Parameter(name = "window", ref = "window")
  @Parameter(name = "currency", ref = "currency")
  @Parameter(name = "region", ref = "regionsOrNation")
  @Parameter(
      name = "minFall",
      in = ParameterIn.QUERY,
      description = "the least fall that is divided by, and that rerouting is looked for in",
      schema = @Schema(type = SchemaType.NUMBER, defaultValue = "1000000"))
  @Parameter(
      name = "minFallRate",
      in = ParameterIn.QUERY,
      description = "the same as a fraction of the base",
      schema = @Schema(type = SchemaType.NUMBER, defaultValue = "0.01"))
  @Parameter(
      name = "top",
      in = ParameterIn.QUERY,
      description = "how many gaining partners are named",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "5"))
  @Parameter(
      name = "level",
      in = ParameterIn.QUERY,
      description = "digits of the HS codes in which rerouting is looked for",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"2", "4", "6", "8"},
              defaultValue = "6"))
  @Parameter(name = "asOf", ref = "asOf")
  @APIResponseSchema(DiversificationPage.class)
  @APIResponse(responseCode = "304", description = "nothing was merged since")
  @APIResponse(responseCode = "400", description = "a parameter is not valid")
  public Uni<Response> diversification(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question = Question.of(uri, DiversificationQuestion.PARAMETERS);
    return answers.answer(
        question,
        headers,
        (session, version) -> {
          Reading reading = readings.open(session, version, question);
          DiversificationPage page =
              reader.read(reading, DiversificationQuestion.of(question, reading.groups(), config));
          return new Content(page, page::csv);
        });
  }
}

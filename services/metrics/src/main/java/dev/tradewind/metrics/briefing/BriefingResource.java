package dev.tradewind.metrics.briefing;

import dev.tradewind.metrics.answer.Answers;
import dev.tradewind.metrics.answer.Content;
import dev.tradewind.metrics.answer.Form;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.database.Session;
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

/** The article, written from data. */
@Path("/api/v1/briefing")
@Produces({MediaType.APPLICATION_JSON, Form.TEXT_CSV, BriefingQuestion.MARKDOWN, "text/plain"})
@Tag(name = "Briefing")
public class BriefingResource {
  private static final String MARKDOWN_UTF_8 = BriefingQuestion.MARKDOWN + ";charset=UTF-8";

  private final Answers answers;
  private final Readings readings;
  private final BriefingReader reader;

  BriefingResource(Answers answers, Readings readings, BriefingReader reader) {
    this.answers = answers;
    this.readings = readings;
    this.reader = reader;
  }

  /** As data, as a table of sentences, or as text. */
  @GET
  @RolesAllowed("viewer")
  @Operation(
      operationId = "getBriefing",
      summary = "The article: exposure, effects, sectors, diversification, shifts, caveats",
      description =
          "Sentences are chosen by the figures, in English or Chinese; each carries the query that"
              + " proves it. What the data do not support is not said.")
  @Parameter(name = "partner", ref = "partner")
  @Parameter(name = "period", ref = "period")
  @Parameter(name = "window", ref = "window")
  @Parameter(name = "currency", ref = "currency")
  @Parameter(
      name = "lang",
      in = ParameterIn.QUERY,
      description = "by default what Accept-Language prefers, else English",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"en", "zh"}))
  @Parameter(
      name = "format",
      in = ParameterIn.QUERY,
      description = "by default what Accept prefers: application/json, text/csv or text/markdown",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"json", "csv", "markdown"}))
  @Parameter(name = "asOf", ref = "asOf")
  @APIResponseSchema(BriefingPage.class)
  @APIResponse(responseCode = "304", description = "nothing has changed since")
  @APIResponse(responseCode = "400", description = "a parameter is not valid")
  public Uni<Response> briefing(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question = Question.of(uri, BriefingQuestion.PARAMETERS);
    Wording wording = BriefingQuestion.wording(question, headers);
    Uni<Response> answer =
        BriefingQuestion.markdown(question, headers)
            ? answers.text(
                wording.language(),
                question,
                headers,
                MARKDOWN_UTF_8,
                (session, version) ->
                    Markdown.of(page(session, version, question, wording), wording))
            : answers.answer(
                wording.language(),
                question,
                headers,
                (session, version) -> {
                  BriefingPage page = page(session, version, question, wording);
                  return new Content(page, page::csv);
                });
    return answer.map(BriefingResource::varying);
  }

  private BriefingPage page(Session session, Version version, Question question, Wording wording) {
    Reading reading = readings.open(session, version, question);
    return reader.read(
        reading,
        BriefingQuestion.series(question, reading.groups()),
        question.text("asOf"),
        wording);
  }

  private static Response varying(Response response) {
    return Response.fromResponse(response)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}

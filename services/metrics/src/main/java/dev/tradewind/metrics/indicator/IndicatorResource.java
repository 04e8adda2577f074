package dev.tradewind.metrics.indicator;

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
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Indicators of all regions for one partner, sector, window and period; and the same, ranked. */
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Form.TEXT_CSV, Form.SDMX, Form.WORKBOOK})
@Tag(name = "Indicators")
public class IndicatorResource {
  private static final Map<String, Function<Indicator, @Nullable BigDecimal>> MEASURES =
      new TreeMap<>(
          Map.of(
              // A value has a place only where all regions are known alike.
              "value", row -> row.rank() == null ? null : row.value(),
              "yoy", Indicator::yoy,
              "share", Indicator::share,
              "exposure", Indicator::exposure,
              "contribution", Indicator::contribution));

  private final Answers answers;
  private final IndicatorReader reader;

  IndicatorResource(Answers answers, IndicatorReader reader) {
    this.answers = answers;
    this.reader = reader;
  }

  /** The nation, then all regions in the order of their customs codes. */
  @GET
  @RolesAllowed("viewer")
  @Path("/indicators")
  @Operation(
      operationId = "getIndicators",
      summary = "Value, year-on-year, share, rank, exposure and contribution of every region")
  @Parameter(name = "partner", ref = "partnerOrWorld")
  @Parameter(name = "period", ref = "period")
  @Parameter(name = "window", ref = "window")
  @Parameter(name = "currency", ref = "currency")
  @Parameter(name = "sector", ref = "sector")
  @Parameter(name = "region", ref = "regionsOrNation")
  @Parameter(name = "asOf", ref = "asOf")
  @Parameter(name = "more", ref = "more")
  @Parameter(name = "years", ref = "years")
  @APIResponseSchema(IndicatorPage.class)
  @APIResponse(responseCode = "304", description = "nothing was merged since")
  @APIResponse(responseCode = "400", description = "a parameter is not valid")
  public Uni<Response> indicators(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question = Question.of(uri, SeriesQuestion.PARAMETERS);
    return answers.answer(
        question,
        headers,
        (session, version) -> {
          IndicatorPage page = reader.read(session, version, question, rows -> rows);
          return new Content(page, () -> page.csv(Extra.fields(Extra.of(question))), page::sdmx);
        });
  }

  /** The regions without the nation, in the order of a measure; {@code rank} is the rank in it. */
  @GET
  @RolesAllowed("viewer")
  @Path("/rankings")
  @Operation(
      operationId = "getRankings",
      summary = "The regions in the order of one measure",
      description = "Ties share the better rank; regions without the measure come last, unranked.")
  @Parameter(name = "partner", ref = "partnerOrWorld")
  @Parameter(name = "period", ref = "period")
  @Parameter(name = "window", ref = "window")
  @Parameter(name = "currency", ref = "currency")
  @Parameter(name = "sector", ref = "sector")
  @Parameter(name = "region", ref = "regions")
  @Parameter(
      name = "by",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"value", "yoy", "share", "exposure", "contribution"},
              defaultValue = "value"))
  @Parameter(
      name = "order",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"desc", "asc"},
              defaultValue = "desc"))
  @Parameter(name = "asOf", ref = "asOf")
  @Parameter(name = "more", ref = "more")
  @Parameter(name = "years", ref = "years")
  @APIResponseSchema(IndicatorPage.class)
  @APIResponse(responseCode = "304", description = "nothing was merged since")
  @APIResponse(responseCode = "400", description = "a parameter is not valid")
  public Uni<Response> rankings(@Context UriInfo uri, @Context HttpHeaders headers) {
    List<String> allowed = new java.util.ArrayList<>(SeriesQuestion.PARAMETERS);
    allowed.addAll(List.of("by", "order"));
    Question question = Question.of(uri, allowed);
    String by = question.oneOf("by", List.copyOf(MEASURES.keySet()), "value");
    boolean ascending = question.oneOf("order", List.of("desc", "asc"), "desc").equals("asc");
    Function<Indicator, @Nullable BigDecimal> measure =
        Objects.requireNonNull(MEASURES.get(by), by);
    return answers.answer(
        question,
        headers,
        (session, version) -> {
          IndicatorPage page =
              reader.read(session, version, question, rows -> Ranking.by(rows, measure, ascending));
          return new Content(page, () -> page.csv(Extra.fields(Extra.of(question))), page::sdmx);
        });
  }
}

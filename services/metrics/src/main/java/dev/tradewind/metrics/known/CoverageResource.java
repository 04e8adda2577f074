package dev.tradewind.metrics.known;

import dev.tradewind.contracts.period.ReleaseCalendar;
import dev.tradewind.metrics.answer.Answers;
import dev.tradewind.metrics.answer.AsOf;
import dev.tradewind.metrics.answer.Content;
import dev.tradewind.metrics.answer.Form;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.reading.Reading;
import dev.tradewind.metrics.reading.Readings;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is known, month by month, and what is a hole. */
@Path("/api/v1/coverage")
@Produces({MediaType.APPLICATION_JSON, Form.TEXT_CSV, Form.SDMX, Form.WORKBOOK})
@Tag(name = "Coverage")
public class CoverageResource {
  @RegisterForReflection
  @Schema(name = "MetricsCoveragePage")
  record CoveragePage(
      List<CoverageItem> items,
      @Nullable String next,
      long applySeq,
      @Schema(description = "why items is empty") @Nullable String reason) {}

  private final Answers answers;
  private final Readings readings;
  private final ReleaseCalendar calendar;

  CoverageResource(Answers answers, Readings readings, ReleaseCalendar calendar) {
    this.answers = answers;
    this.calendar = calendar;
    this.readings = readings;
  }

  /** From the first month of which anything is known to the last, without gaps. */
  @GET
  @RolesAllowed("viewer")
  @Operation(operationId = "getCoverage", summary = "What is known of every month, and what is not")
  @Parameter(name = "region", ref = "region")
  @Parameter(
      name = "until",
      in = ParameterIn.QUERY,
      description = "a month after the last known one, up to which the list goes",
      schema = @Schema(type = SchemaType.STRING, examples = "2025-12"))
  @Parameter(name = "partner", ref = "partnerOrWorld")
  @Parameter(name = "sector", ref = "sector")
  @Parameter(name = "currency", ref = "currency")
  @Parameter(name = "asOf", ref = "asOf")
  @APIResponseSchema(CoveragePage.class)
  @APIResponse(responseCode = "400", description = "a parameter is not valid")
  public Uni<Response> coverage(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question =
        Question.of(
            uri, List.of("region", "partner", "sector", "until", "currency", AsOf.PARAMETER));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return answers.answer(
        question.on(today),
        headers,
        (session, version) -> {
          Reading reading = readings.open(session, version, question);
          List<CoverageItem> items =
              new CoverageReader(
                      reading,
                      area(question, reading),
                      question.partner(reading.groups()),
                      question.sector(reading.groups()),
                      calendar,
                      today)
                  .all(question.month("until"));
          String reason =
              items.isEmpty()
                  ? "no submission in " + reading.currency() + " has been applied yet"
                  : null;
          return new Content(
              new CoveragePage(items, null, version.applySeq(), reason),
              () -> CoverageItem.csv(items));
        });
  }

  private static Area area(Question question, Reading reading) {
    List<Area> areas = question.areas(reading.groups());
    if (areas.size() > 1) {
      throw Question.bad("region", "one region or group, or CN.");
    }
    return areas.isEmpty() ? Area.NATION : areas.get(0);
  }
}

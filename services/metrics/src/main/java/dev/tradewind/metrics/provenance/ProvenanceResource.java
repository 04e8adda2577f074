package dev.tradewind.metrics.provenance;

import dev.tradewind.metrics.answer.Answers;
import dev.tradewind.metrics.answer.Content;
import dev.tradewind.metrics.answer.Form;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.indicator.Money;
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
import java.math.BigDecimal;
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

/** Where a number comes from. */
@Path("/api/v1/provenance")
@Produces({MediaType.APPLICATION_JSON, Form.TEXT_CSV, Form.SDMX, Form.WORKBOOK})
@Tag(name = "Provenance")
public class ProvenanceResource {
  @RegisterForReflection
  @Schema(name = "MetricsProvenance")
  record Provenance(
      List<Origin> items,
      @Nullable String next,
      @Schema(description = "the number: the sum of the values of items") String value,
      @Schema(description = "of a single cell, what every vintage says; else empty")
          List<Said> history,
      long applySeq,
      @Schema(description = "why items is empty") @Nullable String reason) {}

  private final Answers answers;
  private final Readings readings;

  ProvenanceResource(Answers answers, Readings readings) {
    this.answers = answers;
    this.readings = readings;
  }

  /** The submissions that a value is made of, newest first, with the way to their lines. */
  @GET
  @RolesAllowed("viewer")
  @Operation(
      operationId = "getProvenance",
      summary = "The submissions, vintages and file lines behind a number")
  @Parameter(name = "region", ref = "region")
  @Parameter(name = "partner", ref = "partnerOrWorld")
  @Parameter(name = "sector", ref = "sector")
  @Parameter(
      name = "product",
      in = ParameterIn.QUERY,
      description = "an HS code, instead of sector",
      schema = @Schema(type = SchemaType.STRING, examples = "39221000"))
  @Parameter(name = "window", ref = "window")
  @Parameter(name = "period", ref = "period")
  @Parameter(name = "currency", ref = "currency")
  @Parameter(name = "asOf", ref = "asOf")
  @APIResponseSchema(Provenance.class)
  @APIResponse(responseCode = "400", description = "a parameter is not valid")
  public Uni<Response> provenance(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question = Question.of(uri, ProvenanceQuestion.PARAMETERS);
    return answers.answer(
        question,
        headers,
        (session, version) -> {
          Provenance provenance =
              read(readings.open(session, version, question), version, question);
          return new Content(provenance, () -> Origin.csv(provenance.items));
        });
  }

  private static Provenance read(Reading reading, Version version, Question asked) {
    ProvenanceReader reader = new ProvenanceReader(reading, ProvenanceQuestion.of(asked, reading));
    List<Origin> origins = reader.origins();
    return new Provenance(
        origins,
        null,
        String.valueOf(
            Money.text(
                origins.stream()
                    .map(origin -> new BigDecimal(origin.value()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add))),
        reader.history(),
        version.applySeq(),
        origins.isEmpty()
            ? "no submission lists such a cell; whether that is zero or unknown tells"
                + " /api/v1/coverage"
            : null);
  }
}

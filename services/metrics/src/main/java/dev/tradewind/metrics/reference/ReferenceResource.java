package dev.tradewind.metrics.reference;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.metrics.answer.Answers;
import dev.tradewind.metrics.answer.AsOf;
import dev.tradewind.metrics.answer.Content;
import dev.tradewind.metrics.answer.Cursor;
import dev.tradewind.metrics.answer.Form;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.answer.Version;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.reading.Parameters;
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
import java.time.YearMonth;
import java.util.ArrayList;
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

/** The nation as reported, beside the sum of its regions: a check, never part of a sum. */
@Path("/api/v1/reference")
@Produces({MediaType.APPLICATION_JSON, Form.TEXT_CSV, Form.SDMX, Form.WORKBOOK})
@Tag(name = "Reference")
public class ReferenceResource {
  private static final int DEFAULT_LIMIT = 100;
  private static final int LARGEST_LIMIT = 1_000;
  private static final List<String> PARAMETERS =
      List.of("partner", "product", "from", "to", "currency", "limit", "cursor", AsOf.PARAMETER);

  @RegisterForReflection
  @Schema(name = "MetricsReferencePage")
  record ReferencePage(
      List<ReferenceItem> items,
      @Nullable String next,
      long applySeq,
      @Schema(description = "why items is empty") @Nullable String reason) {}

  private final Answers answers;
  private final Readings readings;

  ReferenceResource(Answers answers, Readings readings) {
    this.answers = answers;
    this.readings = readings;
  }

  /** By month, partner and product. */
  @GET
  @RolesAllowed("viewer")
  @Operation(
      operationId = "getReference",
      summary = "Figures reported for the nation as a whole, beside the sum of the regions")
  @Parameter(
      name = "partner",
      in = ParameterIn.QUERY,
      description = "comma-separated ISO 3166-1 alpha-3 codes, WLD for the world; all by default",
      schema = @Schema(type = SchemaType.STRING, examples = "USA"))
  @Parameter(
      name = "product",
      in = ParameterIn.QUERY,
      description = "comma-separated HS codes or TOTAL, as reported; all by default",
      schema = @Schema(type = SchemaType.STRING, examples = "TOTAL"))
  @Parameter(name = "from", ref = "from")
  @Parameter(name = "to", ref = "to")
  @Parameter(name = "currency", ref = "currency")
  @Parameter(name = "asOf", ref = "asOf")
  @Parameter(name = "limit", ref = "limit")
  @Parameter(name = "cursor", ref = "cursor")
  @APIResponseSchema(ReferencePage.class)
  @APIResponse(responseCode = "400", description = "a parameter is not valid")
  public Uni<Response> reference(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question = Question.of(uri, PARAMETERS);
    return answers.answer(
        question,
        headers,
        (session, version) -> {
          ReferencePage page = page(readings.open(session, version, question), version, question);
          return new Content(page, () -> ReferenceItem.csv(page.items));
        });
  }

  private static ReferencePage page(Reading reading, Version version, Question question) {
    int limit = question.number("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
    Parameters parameters = new Parameters();
    List<ReferenceItem> found =
        new ReferenceReader(reading)
            .read(parameters, condition(parameters, version, question), limit + 1);
    List<ReferenceItem> items = found.subList(0, Math.min(limit, found.size()));
    return new ReferencePage(
        items,
        found.size() > limit ? cursor(version, items.get(limit - 1)) : null,
        version.applySeq(),
        items.isEmpty()
            ? "nothing was reported for the nation as a whole in " + reading.currency()
            : null);
  }

  private static String condition(Parameters parameters, Version version, Question question) {
    List<String> conditions = new ArrayList<>(List.of("TRUE"));
    List<String> partners =
        question.codes(
            "partner",
            code -> code.equals(Partner.WORLD) || Partner.of(code) != null,
            "an ISO 3166-1 alpha-3 code such as USA, or WLD; see /api/v1/partners");
    if (!partners.isEmpty()) {
      conditions.add("r.partner = ANY (" + parameters.add(partners.toArray(String[]::new)) + ")");
    }
    List<String> products =
        question.codes(
            "product",
            code -> code.matches("TOTAL|([0-9]{2}){1,4}"),
            "TOTAL or an HS code of 2, 4, 6 or 8 digits");
    if (!products.isEmpty()) {
      conditions.add("r.product = ANY (" + parameters.add(products.toArray(String[]::new)) + ")");
    }
    question
        .month("from")
        .ifPresent(from -> conditions.add("r.period >= " + parameters.add(PeriodKey.of(from))));
    question
        .month("to")
        .ifPresent(to -> conditions.add("r.period <= " + parameters.add(PeriodKey.of(to))));
    question
        .text("cursor")
        .map(cursor -> Cursor.keys(cursor, version, 3))
        .ifPresent(
            keys ->
                conditions.add(
                    "(r.period, r.partner, r.product) > (%s, %s, %s)"
                        .formatted(
                            parameters.add(PeriodKey.of(YearMonth.parse(keys.get(0)))),
                            parameters.add(keys.get(1)),
                            parameters.add(keys.get(2)))));
    return String.join(" AND ", conditions);
  }

  private static String cursor(Version version, ReferenceItem last) {
    return Cursor.after(version, List.of(last.period(), last.partner(), last.product()));
  }
}

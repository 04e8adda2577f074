package dev.tradewind.metrics.revision;

import dev.tradewind.metrics.answer.Answers;
import dev.tradewind.metrics.answer.AsOf;
import dev.tradewind.metrics.answer.Content;
import dev.tradewind.metrics.answer.Form;
import dev.tradewind.metrics.answer.Question;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Revisions vintage by vintage. */
@Path("/api/v1/revisions/vintages")
@Produces({MediaType.APPLICATION_JSON, Form.TEXT_CSV, Form.SDMX, Form.WORKBOOK})
@Tag(name = "Revisions")
public class VintageResource {
  @RegisterForReflection
  @Schema(name = "MetricsVintagePage")
  record VintagePage(
      List<VintageItem> items,
      @Nullable String next,
      long applySeq,
      @Schema(description = "why items is empty") @Nullable String reason) {}

  private final Answers answers;

  VintageResource(Answers answers) {
    this.answers = answers;
  }

  /** The last thousand that changed anything known, newest first. */
  @GET
  @RolesAllowed("viewer")
  @Operation(
      operationId = "getRevisionVintages",
      summary = "How much each vintage changed in cells that were known, newest first")
  @Parameter(name = "asOf", ref = "asOf")
  @APIResponseSchema(VintagePage.class)
  @APIResponse(responseCode = "400", description = "a parameter is not valid")
  public Uni<Response> vintages(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question = Question.of(uri, List.of(AsOf.PARAMETER));
    return answers.answer(
        question,
        headers,
        (session, version) -> {
          String told = question.asOf().map(asOf -> Readings.told(session, asOf)).orElse("TRUE");
          List<VintageItem> items =
              session.list(VintageItem.QUERY.formatted(told), VintageItem::of);
          return new Content(
              new VintagePage(
                  items,
                  null,
                  version.applySeq(),
                  items.isEmpty() ? "nothing that was known has been changed" : null),
              () -> VintageItem.csv(items));
        });
  }
}

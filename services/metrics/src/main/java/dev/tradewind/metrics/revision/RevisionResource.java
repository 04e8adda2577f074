package dev.tradewind.metrics.revision;

import dev.tradewind.metrics.answer.Answers;
import dev.tradewind.metrics.answer.AsOf;
import dev.tradewind.metrics.answer.Content;
import dev.tradewind.metrics.answer.Form;
import dev.tradewind.metrics.answer.Question;
import io.quarkus.hibernate.reactive.panache.Panache;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What vintages changed in cells that were known before. */
@Path("/api/v1/revisions")
@Produces({MediaType.APPLICATION_JSON, Form.TEXT_CSV, Form.SDMX, Form.WORKBOOK})
@Tag(name = "Revisions")
public class RevisionResource {
  private static final int DEFAULT_LIMIT = 100;
  private static final int LARGEST_LIMIT = 1_000;

  @RegisterForReflection
  @Schema(name = "MetricsRevisionPage")
  record RevisionPage(
      List<RevisionItem> items,
      @Nullable String next,
      @Schema(description = "why items is empty") @Nullable String reason) {}

  private final ToldMerges told;

  RevisionResource(ToldMerges told) {
    this.told = told;
  }

  /**
   * Newest first. The log only grows at its head, so a cursor stays good whatever is merged
   * meanwhile.
   */
  @GET
  @RolesAllowed("viewer")
  @Operation(
      operationId = "getRevisions",
      summary = "Cells that were known and that a later merge changed, newest first")
  @Parameter(
      name = "submission",
      in = ParameterIn.QUERY,
      description = "only what this submission changed",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @Parameter(name = "limit", ref = "limit")
  @Parameter(name = "cursor", ref = "cursor")
  @Parameter(
      name = "asOf",
      in = ParameterIn.QUERY,
      description = "an instant, a date or a submission: only what was told by then",
      schema = @Schema(type = SchemaType.STRING, examples = "2025-08-20"))
  @APIResponseSchema(RevisionPage.class)
  @APIResponse(responseCode = "400", description = "a parameter is not valid")
  public Uni<Response> revisions(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question = Question.of(uri, List.of("submission", "limit", "cursor", AsOf.PARAMETER));
    UUID submission = question.text("submission").map(RevisionResource::uuid).orElse(null);
    int limit = question.number("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
    long before = question.text("cursor").map(RevisionResource::id).orElse(Long.MAX_VALUE);
    Uni<Optional<List<Long>>> merges =
        question
            .asOf()
            .map(asOf -> told.by(asOf).map(Optional::of))
            .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    return merges
        .flatMap(
            known ->
                Panache.withSession(
                    () -> Revision.before(before, submission, known.orElse(null), limit + 1)))
        .map(found -> Answers.fixed(question, headers, content(found, limit)));
  }

  private static Content content(List<Revision> found, int limit) {
    boolean more = found.size() > limit;
    List<Revision> shown = more ? found.subList(0, limit) : found;
    List<RevisionItem> items = shown.stream().map(RevisionItem::of).toList();
    return new Content(
        new RevisionPage(
            items,
            more ? String.valueOf(shown.get(limit - 1).id) : null,
            items.isEmpty() ? "nothing that was known has been changed" : null),
        () -> RevisionItem.csv(items));
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Question.bad("submission", "'" + text + "' is not the id of a submission.");
    }
  }

  private static long id(String text) {
    if (text.length() > 18 || !text.chars().allMatch(Character::isDigit)) {
      throw Question.bad(
          "cursor", "not a cursor of this list; use the value of 'next' as it came.");
    }
    return Long.parseLong(text);
  }
}

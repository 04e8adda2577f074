package dev.tradewind.ingest.submission;

import dev.tradewind.ingest.store.FileStore;
import dev.tradewind.platform.paging.Page;
import dev.tradewind.platform.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Submissions after they were sent. */
@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions", description = "Customs files: sending, following, taking back.")
class SubmissionResource {
  private static final int MOST = 1000;

  /** More than are ever kept. */
  private static final int ALL_PROBLEMS = 1_000_000;

  private final SubmissionReader reader;
  private final Withdrawals withdrawals;
  private final FileStore files;

  SubmissionResource(SubmissionReader reader, Withdrawals withdrawals, FileStore files) {
    this.reader = reader;
    this.withdrawals = withdrawals;
    this.files = files;
  }

  @GET
  @RolesAllowed("viewer")
  @Operation(summary = "Submissions, newest first", operationId = "listSubmissions")
  public Uni<Page<SubmissionView>> list(
      @RestQuery @DefaultValue("50") int limit,
      @RestQuery @Nullable String cursor,
      @Parameter(schema = @Schema(implementation = State.class)) @RestQuery
          @Nullable String state) {
    checkLimit(limit);
    State wanted = state == null ? null : state(state);
    return wanted == State.RECEIVING
        ? reader.receiving(limit)
        : reader.list(wanted, cursor == null ? null : number(cursor), limit);
  }

  @GET
  @RolesAllowed("viewer")
  @Path("/{id}")
  @Operation(
      summary = "A submission: its state, progress, counts and first problems",
      operationId = "getSubmission")
  public Uni<SubmissionView> submission(@RestPath UUID id) {
    return reader.submission(id);
  }

  @GET
  @RolesAllowed("viewer")
  @Path("/{id}/problems")
  @Operation(
      summary = "What is wrong with a submission",
      description = "With Accept: text/csv, all of it as a table.",
      operationId = "listSubmissionProblems")
  public Uni<Page<ProblemView>> problems(
      @RestPath UUID id,
      @RestQuery @DefaultValue("100") int limit,
      @RestQuery @Nullable String cursor) {
    checkLimit(limit);
    return reader.problems(id, cursor == null ? 0 : Math.toIntExact(number(cursor)), limit);
  }

  @GET
  @RolesAllowed("viewer")
  @Path("/{id}/problems")
  @Produces("text/csv; charset=UTF-8")
  @Operation(hidden = true)
  public Uni<String> problemsAsCsv(@RestPath UUID id) {
    return reader.problems(id, 0, ALL_PROBLEMS).map(page -> ProblemCsv.of(page.items()));
  }

  @GET
  @RolesAllowed("viewer")
  @Path("/{id}/file")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Blocking
  @Operation(
      summary = "A file of a submission, byte for byte as it was sent",
      description = "With several files, 'number' chooses one, from 0. A range may be asked for.",
      operationId = "getSubmissionFile")
  public Response file(
      @RestPath UUID id,
      @RestQuery @Nullable Integer number,
      @RestHeader("Range") @Nullable String range) {
    List<SubmissionView.File> all = reader.awaitFiles(id);
    if (number == null && all.size() > 1) {
      throw Problem.badParameter("number", "choose one of the files 0 to " + (all.size() - 1))
          .asException();
    }
    int chosen = number == null ? 0 : number;
    if (chosen < 0 || chosen >= all.size()) {
      throw Problem.notFound("file", chosen).asException();
    }
    SubmissionView.File file = all.get(chosen);
    ByteRange part = ByteRange.of(range, file.bytes());
    if (part == null) {
      throw Problem.of(416, "bad-range", "The range lies outside the file.")
          .withDetail("The file has " + file.bytes() + " bytes.")
          .asException();
    }
    return (part.whole(file.bytes())
            ? Response.ok(files.read(id, chosen))
            : Response.status(206)
                .entity(part.of(files.readFrom(id, chosen, part.first())))
                .header("Content-Range", part.header(file.bytes())))
        .header("Content-Length", part.length())
        .header("Accept-Ranges", "bytes")
        .header("Content-Disposition", Download.disposition(file.name()))
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  @POST
  @RolesAllowed("submitter")
  @Path("/{id}/withdraw")
  @Blocking
  @Operation(
      summary = "Take a submission back",
      description = "Its cells return to what the newest remaining submission says of them.",
      operationId = "withdrawSubmission")
  public SubmissionView withdraw(@RestPath UUID id) {
    withdrawals.withdraw(id);
    return reader.awaitSubmission(id);
  }

  private static State state(String text) {
    for (State state : State.values()) {
      if (state.id().equals(text)) {
        return state;
      }
    }
    throw Problem.badParameter(
            "state",
            "use one of "
                + Arrays.stream(State.values()).map(State::id).collect(Collectors.joining(", ")))
        .asException();
  }

  private static void checkLimit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw Problem.badParameter("limit", "use 1 to " + MOST).asException();
    }
  }

  private static long number(String cursor) {
    try {
      return Integer.parseUnsignedInt(cursor);
    } catch (NumberFormatException e) {
      throw Problem.badParameter("cursor", "take it from 'next' of the part before").asException();
    }
  }
}

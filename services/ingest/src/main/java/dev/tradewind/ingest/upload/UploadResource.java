package dev.tradewind.ingest.upload;

import dev.tradewind.ingest.preview.PreviewView;
import dev.tradewind.ingest.preview.Previews;
import dev.tradewind.ingest.rules.LimitConfig;
import dev.tradewind.ingest.rules.Rules;
import dev.tradewind.ingest.submission.Rejections;
import dev.tradewind.ingest.submission.State;
import dev.tradewind.ingest.submission.SubmissionReader;
import dev.tradewind.ingest.submission.SubmissionView;
import dev.tradewind.platform.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Sending customs files. */
@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
class UploadResource {
  private final Uploads uploads;
  private final SubmissionReader reader;
  private final LimitConfig config;
  private final MeterRegistry meters;
  private final Previews previews;
  private final Rules rules;
  private final Turns turns;

  UploadResource(
      Uploads uploads,
      SubmissionReader reader,
      LimitConfig config,
      MeterRegistry meters,
      Previews previews,
      Rules rules,
      Turns turns) {
    this.uploads = uploads;
    this.reader = reader;
    this.previews = previews;
    this.rules = rules;
    this.turns = turns;
    this.config = config;
    this.meters = meters;
  }

  @POST
  @RolesAllowed("submitter")
  @Consumes(MediaType.WILDCARD)
  @Blocking
  @Operation(
      summary = "Send customs files",
      description =
          "The body is one file, compressed with gzip or not, or multipart/form-data with several files, which"
              + " are one submission: checked, published and applied together.",
      operationId = "createSubmission")
  @Parameter(
      name = "period",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING, examples = "2025-07"),
      description = "The month, if the file does not state it.")
  @Parameter(
      name = "currency",
      in = ParameterIn.QUERY,
      schema = @Schema(enumeration = {"USD", "CNY"}),
      description = "Checked against what the file says.")
  @Parameter(
      name = "flow",
      in = ParameterIn.QUERY,
      schema = @Schema(enumeration = "export"),
      description = "The file does not show it; only exports are read.")
  @Parameter(
      name = "mode",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              enumeration = {"strict", "lenient"},
              defaultValue = "strict"),
      description = "Lenient leaves bad rows out instead of rejecting the submission.")
  @Parameter(
      name = "coverage",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING, examples = "partners:USA,VNM;regions:CN-GD"),
      description = "What the files cover beyond what they list.")
  @Parameter(
      name = "force",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
      description = "Contents that came before are meant as a new vintage: a deliberate revert.")
  @Parameter(
      name = "label",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING, pattern = "[a-z0-9 -]{1,40}"),
      description = "What the data are, if not official; shown wherever the numbers are.")
  @Parameter(
      name = "name",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING),
      description = "The file's name, for people.")
  @Parameter(
      name = "status",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              enumeration = {"final", "provisional"},
              defaultValue = "final"),
      description = "Provisional figures are marked so wherever they are shown.")
  @Parameter(
      name = "dryRun",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
      description =
          "Only says what would happen: what the files are, all checks, and the change against the current data."
              + " Nothing is stored or published. The answer is a Preview.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "application/gzip",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "application/octet-stream",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = "multipart/form-data", schema = @Schema(type = SchemaType.OBJECT))
      })
  @APIResponse(
      responseCode = "202",
      description = "The files are durable; the rest follows. Location is the submission.",
      content = @Content(schema = @Schema(implementation = SubmissionView.class)))
  @APIResponse(
      responseCode = "200",
      description =
          "The same contents came before; this is that submission. With dryRun, a preview.",
      content = @Content(schema = @Schema(oneOf = {SubmissionView.class, PreviewView.class})))
  @APIResponse(responseCode = "413", description = "More bytes or files than are taken.")
  @APIResponse(
      responseCode = "422",
      description = "With 'Prefer: wait', the files were rejected; the errors say why.")
  @APIResponse(
      responseCode = "429",
      description = "Too much is under way; Retry-After says when to come again.")
  public Response send(
      InputStream body,
      @RestHeader("Idempotency-Key") @Nullable String key,
      @RestHeader("Content-Type") @Nullable String type,
      @RestHeader("Content-Length") @Nullable Long length,
      @RestHeader("Prefer") @Nullable String prefer,
      @Context UriInfo uri)
      throws IOException {
    SubmissionOptions options = SubmissionOptions.of(uri.getQueryParameters());
    if (key != null && (key.isBlank() || key.length() > 200)) {
      throw Problem.badParameter("Idempotency-Key", "use 1 to 200 characters").asException();
    }
    if (type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED)) {
      throw Problem.of(415, "unsupported-media-type", "A form cannot carry a file as it is.")
          .withAdvice("With curl, use --data-binary @file or -T file; -d takes out the line ends.")
          .asException();
    }
    long limit = config.size().asLongValue();
    if (length != null && length > limit) {
      throw BoundedInputStream.tooLarge(limit);
    }
    IncomingFiles files = files(options, type, new BoundedInputStream(body, limit, limit));
    if (options.dryRun()) {
      Turns.Turn turn = turns.preview();
      try {
        return Response.ok(preview(options, files)).build();
      } finally {
        turn.end();
      }
    }
    Turns.Turn turn = turns.upload();
    Accepted accepted;
    try {
      accepted = uploads.receive(options, key, files);
    } finally {
      turn.end();
    }
    return answer(accepted, Patience.of(prefer));
  }

  private IncomingFiles files(SubmissionOptions options, @Nullable String type, InputStream body)
      throws IOException {
    return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA)
        ? MultipartFiles.of(type, body, config.files())
        : IncomingFiles.one(FileName.safe(options.name()), body);
  }

  private PreviewView preview(SubmissionOptions options, IncomingFiles files) throws IOException {
    return previews.preview(
        rules.options(
            options.period(),
            options.currency(),
            options.mode().equals("lenient"),
            options.coverage()),
        check -> {
          List<String> names = new ArrayList<>();
          for (Incoming file = files.next(); file != null; file = files.next()) {
            names.add(file.name());
            check.file(file.name(), new Unclosed(file.content()));
            // A file that is given up early is still sent to its end.
            file.content().transferTo(OutputStream.nullOutputStream());
          }
          if (names.isEmpty()) {
            throw IncomingFiles.none();
          }
          return names;
        });
  }

  /** Stays open for whoever reads the rest. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The sender's connection is not ours to close.
    }
  }

  private Response answer(Accepted accepted, Patience patience) {
    SubmissionView view = patience.checked(() -> reader.awaitSubmission(accepted.id()));
    URI location = URI.create("/api/v1/submissions/" + accepted.id());
    if (accepted.existing()) {
      return Response.ok(
              view.withNote(
                  "The same contents came before as this submission, so nothing new was made."
                      + " To make a new vintage of them, send them again with force=true."))
          .header("Location", location)
          .build();
    }
    meters.counter("tradewind.submissions", "state", "received").increment();
    return patience.waits() && view.state() == State.REJECTED
        ? Response.status(422)
            .type(Problem.MEDIA_TYPE)
            .header("Location", location)
            .entity(Rejections.problem(view))
            .build()
        : Response.accepted(view).header("Location", location).build();
  }
}

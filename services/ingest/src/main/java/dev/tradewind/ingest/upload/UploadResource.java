package dev.tradewind.ingest.upload;

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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Sending customs files. */
@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
class UploadResource {
  private final Uploads uploads;
  private final SubmissionReader reader;
  private final UploadConfig config;
  private final MeterRegistry meters;

  UploadResource(
      Uploads uploads, SubmissionReader reader, UploadConfig config, MeterRegistry meters) {
    this.uploads = uploads;
    this.reader = reader;
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
      description = "The same contents came before; this is that submission.",
      content = @Content(schema = @Schema(implementation = SubmissionView.class)))
  public Response file(
      InputStream body,
      @RestHeader("Idempotency-Key") @Nullable String key,
      @RestHeader("Content-Type") @Nullable String type,
      @RestHeader("Content-Length") @Nullable Long length,
      @Context UriInfo uri)
      throws IOException {
    SubmissionOptions options = SubmissionOptions.of(uri.getQueryParameters());
    if (type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED)) {
      throw Problem.of(415, "unsupported-media-type", "A form cannot carry a file as it is.")
          .withAdvice("With curl, use --data-binary @file or -T file; -d takes out the line ends.")
          .asException();
    }
    refuseTooLarge(length == null ? 0 : length);
    return receive(options, key, List.of(new Incoming(FileName.safe(options.name()), () -> body)));
  }

  @POST
  @RolesAllowed("submitter")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Blocking
  @Operation(hidden = true)
  public Response files(
      @RestForm(FileUpload.ALL) List<FileUpload> parts,
      @RestHeader("Idempotency-Key") @Nullable String key,
      @Context UriInfo uri)
      throws IOException {
    SubmissionOptions options = SubmissionOptions.of(uri.getQueryParameters());
    if (parts.isEmpty()) {
      throw Problem.of(400, "empty-file", "There is no file in the request.")
          .withAdvice("Send each file as a part with a filename.")
          .asException();
    }
    if (parts.size() > config.maxFiles()) {
      throw Problem.of(413, "too-many-files", "There are more files than allowed.")
          .withDetail(
              parts.size() + " files were sent, at most " + config.maxFiles() + " are taken.")
          .withAdvice("Send them as several submissions, each with whole months.")
          .asException();
    }
    refuseTooLarge(parts.stream().mapToLong(FileUpload::size).sum());
    List<Incoming> files =
        parts.stream()
            .map(
                part ->
                    new Incoming(
                        FileName.safe(part.fileName()),
                        () -> Files.newInputStream(part.uploadedFile())))
            .toList();
    return receive(options, key, files);
  }

  private void refuseTooLarge(long bytes) {
    long limit = config.maxSize().asLongValue();
    if (bytes > limit) {
      throw BoundedInputStream.tooLarge(limit);
    }
  }

  private Response receive(SubmissionOptions options, @Nullable String key, List<Incoming> files)
      throws IOException {
    if (key != null && (key.isBlank() || key.length() > 200)) {
      throw Problem.badParameter("Idempotency-Key", "use 1 to 200 characters").asException();
    }
    Accepted accepted = uploads.receive(options, key, files);
    SubmissionView view = reader.awaitSubmission(accepted.id());
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
    return Response.accepted(view).header("Location", location).build();
  }
}

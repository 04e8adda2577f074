package dev.tradewind.alerts.channel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.platform.paging.Page;
import dev.tradewind.platform.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The channels, without their secrets. */
@Path("/api/v1/channels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
@Blocking
public class ChannelResource {
  private final Transactions transactions;
  private final ChannelViews views;
  private final Channels channels;
  private final ChannelTester tester;
  private final Previews previews;

  ChannelResource(
      Transactions transactions,
      ChannelViews views,
      Channels channels,
      ChannelTester tester,
      Previews previews) {
    this.transactions = transactions;
    this.views = views;
    this.channels = channels;
    this.tester = tester;
    this.previews = previews;
  }

  /** All channels. */
  @GET
  @RolesAllowed("viewer")
  @Operation(operationId = "listChannels", summary = "Where messages go")
  public Page<ChannelView> list() {
    return Page.of(transactions.run(transaction -> views.find(transaction, null)));
  }

  /** One channel. */
  @GET
  @Path("/{name}")
  @RolesAllowed("viewer")
  @Operation(operationId = "getChannel", summary = "One channel")
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(responseCode = "404", description = "There is no such channel")
  public ChannelView get(String name) {
    List<ChannelView> found = transactions.run(transaction -> views.find(transaction, name));
    if (found.isEmpty()) {
      throw Problem.notFound("channel", name).asException();
    }
    return found.get(0);
  }

  /** Makes a channel. */
  @POST
  @RolesAllowed("operator")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "postChannel",
      summary = "Makes a channel",
      description =
          "Where routing leads to it, it is told at once of what fires in the newest period.")
  @APIResponseSchema(
      value = ChannelView.class,
      responseCode = "201",
      responseDescription = "made; its secret is not in the answer")
  @APIResponse(responseCode = "400", description = "something in it is not valid")
  @APIResponse(
      responseCode = "409",
      description = "there is one of that name, or secrets cannot be stored here")
  public Response make(ChannelDraft draft) {
    String name = channels.make(present(draft));
    return Response.created(URI.create("/api/v1/channels/" + name)).entity(get(name)).build();
  }

  /** Changes a channel. */
  @PUT
  @Path("/{name}")
  @RolesAllowed("operator")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putChannel",
      summary = "Changes a channel",
      description =
          "Everything is replaced, but for a secret or url that is left out. Parked messages are due again.")
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(responseCode = "400", description = "something in it is not valid")
  @APIResponse(responseCode = "404", description = "There is no such channel")
  @APIResponse(
      responseCode = "409",
      description = "it belongs to the configuration, or secrets cannot be stored here")
  public ChannelView change(String name, ChannelDraft draft) {
    channels.change(name, present(draft));
    return get(name);
  }

  /** Ends a channel. */
  @DELETE
  @Path("/{name}")
  @RolesAllowed("operator")
  @Operation(
      operationId = "deleteChannel",
      summary = "Ends a channel; what waits for it is not sent any more")
  @APIResponse(responseCode = "204", description = "ended")
  @APIResponse(responseCode = "404", description = "There is no such channel")
  @APIResponse(
      responseCode = "409",
      description = "it belongs to the configuration, or a rule or routing names it")
  public void end(String name) {
    channels.end(name);
  }

  /** Tries a channel. */
  @POST
  @Path("/{name}/test")
  @RolesAllowed("operator")
  @Operation(
      operationId = "testChannel",
      summary = "Sends a message that says it is a test, and tells what the receiver said")
  @APIResponse(responseCode = "200", description = "whatever came of it")
  @APIResponse(responseCode = "404", description = "There is no such channel")
  @APIResponse(responseCode = "409", description = "nothing can be sent to it")
  @APIResponse(
      responseCode = "429",
      description = "it was tested a moment ago, or its receiver asked for patience")
  public TestResult test(String name) {
    return tester.test(name);
  }

  /** What a message would look like. */
  @GET
  @Path("/preview")
  @RolesAllowed("viewer")
  @Operation(
      operationId = "previewMessage",
      summary = "What a message would look like, without sending it",
      description =
          "Of the newest message of its kind there is, or of a sample if there is none: 'source'"
              + " says which.")
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(responseCode = "400", description = "A parameter is not valid")
  @APIResponse(responseCode = "404", description = "There is no such message")
  public Preview preview(
      @Parameter(
              description =
                  "of the channel: slack-webhook, slack-bot, webhook, email or alertmanager",
              example = "slack-bot")
          @RestQuery
          @Nullable String kind,
      @Parameter(description = "en or zh", example = "zh") @RestQuery @Nullable String language,
      @Parameter(
              description =
                  "alerts, all-clear, overdue, digest or test; alerts if absent, or that of the"
                      + " notification",
              example = "digest")
          @RestQuery
          @Nullable String messageKind,
      @Parameter(description = "id of a message") @RestQuery @Nullable Long notification) {
    return previews.preview(kind, language, messageKind, notification);
  }

  /**
   * What a message would look like.
   *
   * @param kind of the channel
   * @param messageKind {@code alerts}, {@code all-clear}, {@code overdue}, {@code digest} or {@code
   *     test}
   * @param source {@code notification 12} or {@code sample}
   * @param message as the receiver would get it
   */
  @Schema(name = "AlertPreview")
  @io.quarkus.runtime.annotations.RegisterForReflection
  record Preview(
      @Schema(examples = "slack-bot") String kind,
      @Schema(examples = "zh") String language,
      @Schema(
              examples = "digest",
              enumeration = {"alerts", "all-clear", "overdue", "digest", "test"})
          String messageKind,
      @Schema(examples = "sample") String source,
      @Schema(type = SchemaType.OBJECT, implementation = Object.class) JsonNode message) {}

  private static ChannelDraft present(@Nullable ChannelDraft draft) {
    if (draft == null) {
      throw Problem.of(400, "bad-channel", "The channel is not valid.")
          .withDetail("The request has no body.")
          .asException();
    }
    return draft;
  }
}

package dev.tradewind.alerts.route;

import dev.tradewind.alerts.store.Reconsideration;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.platform.problem.Problem;
import dev.tradewind.platform.problem.Problem.Violation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The routing document. */
@Path("/api/v1/routing")
@Tag(name = "Alerts")
public class RoutingResource {
  private static final Logger LOG = Logger.getLogger(RoutingResource.class);

  private final Transactions transactions;
  private final Reconsideration reconsideration;
  private final RoutingFile file;
  private final ChannelNames channels;
  private final SecurityIdentity caller;

  RoutingResource(
      Transactions transactions,
      Reconsideration reconsideration,
      RoutingFile file,
      ChannelNames channels,
      SecurityIdentity caller) {
    this.transactions = transactions;
    this.reconsideration = reconsideration;
    this.file = file;
    this.channels = channels;
    this.caller = caller;
  }

  /** The document that holds. */
  @GET
  @RolesAllowed("viewer")
  @Produces({MediaType.APPLICATION_JSON, RoutingCodec.YAML_TYPE})
  @Blocking
  @Operation(
      operationId = "getRouting",
      summary = "Who is told what and when",
      description = "As JSON, or as YAML with Accept: application/yaml or format=yaml.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Routing.class)),
        @Content(
            mediaType = RoutingCodec.YAML_TYPE,
            schema = @Schema(implementation = String.class))
      })
  @APIResponse(responseCode = "400", description = "There is no such format")
  public Response get(
      @Parameter(description = "json or yaml; by Accept if absent") @RestQuery
          @Nullable String format,
      @Context HttpHeaders headers) {
    if (format != null && !format.equals("json") && !format.equals("yaml")) {
      throw Problem.badParameter("format", "use json or yaml.").asException();
    }
    boolean yaml =
        format == null ? prefersYaml(headers.getAcceptableMediaTypes()) : format.equals("yaml");
    return answer(transactions.run(RoutingStore::current), yaml);
  }

  /** Replaces the document. */
  @PUT
  @RolesAllowed("operator")
  @Consumes({MediaType.APPLICATION_JSON, RoutingCodec.YAML_TYPE})
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(
      operationId = "putRouting",
      summary = "Changes who is told what and when",
      description =
          "The version in the document is the one that was changed. Everything that fires is looked"
              + " at again: whoever is to be told of it now and was not is told.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Routing.class)),
        @Content(
            mediaType = RoutingCodec.YAML_TYPE,
            schema = @Schema(implementation = String.class))
      })
  @APIResponse(
      responseCode = "200",
      description = "It holds, in the next version",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Routing.class)))
  @APIResponse(responseCode = "400", description = "something in it is not valid")
  @APIResponse(
      responseCode = "409",
      description = "it comes from a mounted file, or another version holds")
  public Response put(@Nullable String document) {
    Routing routing = read(document);
    if (file.provisions()) {
      throw Problem.of(409, "provisioned", "Routing comes from a mounted file.")
          .withAdvice("Change the file: tradewind.alerts.routing.file.")
          .asException();
    }
    Routing stored =
        transactions.inTurn(
            transaction -> {
              check(routing, channels.names(transaction));
              Routing current = RoutingStore.current(transaction);
              if (current.version() != routing.version()) {
                throw Problem.of(409, "other-version", "Another version of the document holds.")
                    .withDetail(
                        "Version " + current.version() + " holds, not " + routing.version() + ".")
                    .withAdvice("Read the document again and change that.")
                    .asException();
              }
              Routing next =
                  RoutingStore.add(transaction, routing, "api", caller.getPrincipal().getName());
              reconsideration.all(transaction);
              return next;
            });
    LOG.infof(
        "routing changed: version=%d author=%s", stored.version(), caller.getPrincipal().getName());
    reconsideration.send();
    return answer(stored, false);
  }

  private static Routing read(@Nullable String document) {
    try {
      return RoutingCodec.read(document == null ? "" : document);
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "bad-routing", "The routing document is not valid.")
          .withDetail(String.valueOf(e.getMessage()))
          .asException();
    }
  }

  private static void check(Routing routing, List<String> channels) {
    List<Violation> violations = RoutingCheck.violations(routing, channels);
    if (!violations.isEmpty()) {
      throw Problem.of(400, "bad-routing", "The routing document is not valid.")
          .withErrors(violations)
          .asException();
    }
  }

  private static boolean prefersYaml(List<MediaType> acceptable) {
    for (MediaType type : acceptable) {
      if (type.isWildcardType() || type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        return false;
      }
      if (type.toString().startsWith(RoutingCodec.YAML_TYPE)) {
        return true;
      }
    }
    return false;
  }

  private static Response answer(Routing routing, boolean yaml) {
    return Response.ok(
            yaml ? RoutingCodec.yaml(routing) : RoutingCodec.json(routing),
            yaml ? RoutingCodec.YAML_TYPE : MediaType.APPLICATION_JSON)
        .build();
  }
}

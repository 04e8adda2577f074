package dev.tradewind.alerts.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.rule.RuleDocument;
import dev.tradewind.platform.paging.Page;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The rules: read by everybody, written by operators. */
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
@Blocking
public class RuleResource {
  private static final String YAML = "application/yaml";

  private final RuleBook book;
  private final SecurityIdentity caller;

  RuleResource(RuleBook book, SecurityIdentity caller) {
    this.book = book;
    this.caller = caller;
  }

  /** All rules. */
  @GET
  @RolesAllowed("viewer")
  @Operation(
      operationId = "listRules",
      summary = "The alert rules",
      description = "Also as application/yaml, which can be imported.")
  public Page<RuleView> list() {
    return Page.of(book.list().stream().map(RuleView::of).toList());
  }

  /** All rules as YAML. */
  @GET
  @Produces(YAML)
  @RolesAllowed("viewer")
  @Operation(hidden = true)
  public String yaml() {
    return RuleTexts.yaml(book.list().stream().map(StoredRule::document).toList());
  }

  /** Makes a rule. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("operator")
  @APIResponseSchema(
      value = RuleView.class,
      responseCode = "201",
      responseDescription = "Made, and judged by what is known")
  @APIResponse(responseCode = "400", description = "A field is not valid")
  @APIResponse(responseCode = "409", description = "There is a rule of that id")
  @Operation(
      operationId = "createRule",
      summary = "Makes an alert rule",
      description = "It is judged at once by what is known of the newest period.")
  public RestResponse<RuleView> create(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = RuleDocument.class)))
          String body) {
    RuleDocument document = RuleReader.require(RuleTexts.json(body), null);
    StoredRule rule = book.create(document, actor());
    return ResponseBuilder.<RuleView>created(URI.create("/api/v1/rules/" + document.id()))
        .entity(RuleView.of(rule))
        .header("ETag", tag(rule))
        .build();
  }

  /** One rule. */
  @GET
  @Path("/{id}")
  @RolesAllowed("viewer")
  @APIResponseSchema(value = RuleView.class, responseDescription = "OK")
  @APIResponse(responseCode = "404", description = "There is no such rule")
  @Operation(operationId = "getRule", summary = "One alert rule")
  public RestResponse<RuleView> get(String id) {
    return answer(book.get(id));
  }

  /** Changes a rule. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("operator")
  @APIResponseSchema(
      value = RuleView.class,
      responseDescription = "Changed; its alerts are judged again")
  @APIResponse(responseCode = "400", description = "A field is not valid")
  @APIResponse(
      responseCode = "409",
      description = "It was changed in the meantime ('version' in the body), or a file writes it")
  @APIResponse(responseCode = "412", description = "It is another version than If-Match says")
  @Operation(
      operationId = "putRule",
      summary = "Changes an alert rule, whole",
      description =
          "What was alerted is judged again: a change of thresholds corrects, it never raises"
              + " anything twice. A disabled rule closes its alerts.")
  public RestResponse<RuleView> put(
      String id,
      @Parameter(description = "The ETag that was read", example = "\"3\"") @RestHeader("If-Match")
          @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = RuleDocument.class)))
          String body) {
    JsonNode node = RuleTexts.json(body);
    RuleDocument document = RuleReader.require(node, id);
    return answer(book.replace(document, Expected.of(ifMatch, node), actor()));
  }

  /** Deletes a rule. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed("operator")
  @ResponseStatus(204)
  @APIResponse(responseCode = "204", description = "Deleted; its alerts are closed and kept")
  @APIResponse(responseCode = "404", description = "There is no such rule")
  @APIResponse(responseCode = "409", description = "A file writes it")
  @APIResponse(responseCode = "412", description = "It is another version than If-Match says")
  @Operation(operationId = "deleteRule", summary = "Deletes an alert rule")
  public void delete(
      String id,
      @Parameter(description = "The ETag that was read", example = "\"3\"") @RestHeader("If-Match")
          @Nullable String ifMatch) {
    book.delete(id, Expected.of(ifMatch, null), actor());
  }

  /** The versions of a rule. */
  @GET
  @Path("/{id}/versions")
  @RolesAllowed("viewer")
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(
      responseCode = "404",
      description = "There is no such rule, or no such version of it")
  @Operation(
      operationId = "listRuleVersions",
      summary = "What an alert rule was, the newest version first")
  public Page<RuleVersionView> versions(
      String id,
      @Parameter(description = "That one only", example = "2") @RestQuery
          @Nullable Integer version) {
    return Page.of(book.versions(id, version));
  }

  /** Writes many rules. */
  @POST
  @Path("/import")
  @Consumes({MediaType.APPLICATION_JSON, YAML})
  @RolesAllowed("operator")
  @APIResponse(responseCode = "200", description = "What was done, or would be")
  @APIResponse(responseCode = "400", description = "Some rules are not valid: none was written")
  @Operation(
      operationId = "importRules",
      summary = "Makes or changes many alert rules, or none",
      description = "Takes what the export gives. Rules that it does not name stay as they are.")
  public ImportView importRules(
      @Parameter(description = "Only says what would be done") @RestQuery @DefaultValue("false")
          boolean dryRun,
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = RuleListBody.class)),
                @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING))
              })
          String body) {
    List<RuleDocument> rules = RuleTexts.rules(body);
    return ImportView.of(dryRun, book.importAll(rules, dryRun, actor()));
  }

  private String actor() {
    return caller.getPrincipal().getName();
  }

  private static RestResponse<RuleView> answer(StoredRule rule) {
    return ResponseBuilder.ok(RuleView.of(rule)).header("ETag", tag(rule)).build();
  }

  private static String tag(StoredRule rule) {
    return "\"" + rule.version() + "\"";
  }
}

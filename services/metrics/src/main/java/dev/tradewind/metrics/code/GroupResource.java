package dev.tradewind.metrics.code;

import dev.tradewind.metrics.answer.Answers;
import dev.tradewind.metrics.answer.Content;
import dev.tradewind.metrics.answer.Form;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.database.Database;
import dev.tradewind.metrics.database.Session;
import dev.tradewind.metrics.group.Group;
import dev.tradewind.metrics.group.GroupCatalog;
import dev.tradewind.metrics.group.Groups;
import dev.tradewind.platform.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Groups of regions and partners and sectors of one's own: data with versions. */
@Path("/api/v1/groups")
@Produces({MediaType.APPLICATION_JSON, Form.TEXT_CSV, Form.SDMX, Form.WORKBOOK})
@Tag(name = "Codes")
public class GroupResource {
  @RegisterForReflection
  @Schema(name = "MetricsGroupPage")
  record GroupPage(List<GroupItem> items, @Nullable String next) {}

  private final Answers answers;
  private final GroupCatalog catalog;
  private final Database database;

  GroupResource(Answers answers, GroupCatalog catalog, Database database) {
    this.answers = answers;
    this.catalog = catalog;
    this.database = database;
  }

  /** The groups that there are, in their newest versions. */
  @GET
  @RolesAllowed("viewer")
  @Operation(operationId = "getGroups", summary = "Groups of regions and partners, own sectors")
  @Parameter(
      name = "kind",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"region", "partner", "sector"}))
  @APIResponseSchema(GroupPage.class)
  public Uni<Response> groups(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question = Question.of(uri, List.of("kind"));
    String kind = question.oneOf("kind", List.of("", "region", "partner", "sector"), "");
    return answers.answer(
        question,
        headers,
        (session, version) ->
            content(
                catalog.get(session, version.catalogSeq()).current().stream()
                    .filter(group -> kind.isEmpty() || group.kind().id().equals(kind))
                    .map(GroupItem::of)
                    .toList()));
  }

  /** All versions of a group, newest first. */
  @GET
  @Path("/{kind}/{id}")
  @RolesAllowed("viewer")
  @Operation(operationId = "getGroup", summary = "All versions of a group, newest first")
  @APIResponseSchema(GroupPage.class)
  @APIResponse(responseCode = "404", description = "there is no such group")
  public Uni<Response> group(
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Question question = Question.of(uri, List.of());
    return answers.answer(
        question,
        headers,
        (session, version) -> {
          List<GroupItem> versions =
              catalog.get(session, version.catalogSeq()).versions().stream()
                  .filter(group -> group.kind().id().equals(kind) && group.id().equals(id))
                  .map(GroupItem::of)
                  .toList();
          if (versions.isEmpty()) {
            throw Problem.notFound("group", kind + "/" + id).asException();
          }
          return content(versions);
        });
  }

  /** Makes a group. */
  @POST
  @Blocking
  @RolesAllowed("operator")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "postGroup", summary = "Makes a group in its first version")
  @APIResponse(responseCode = "201", description = "made")
  @APIResponse(responseCode = "400", description = "something in it is not valid")
  @APIResponse(responseCode = "409", description = "there is one of that name")
  public Response make(GroupDraft draft) {
    Group.Kind kind = draft.checkedKind();
    String id = draft.checkedId(kind);
    Group made =
        change(
            kind,
            id,
            (before, next) -> {
              if (before.isPresent() && !before.get().deleted()) {
                throw Problem.of(409, "group-exists", "There is a group of that name.")
                    .withDetail("Group " + kind.id() + "/" + id + " has version " + (next - 1))
                    .withAdvice("PUT makes its next version.")
                    .asException();
              }
              return draft.version(kind, id, next);
            });
    return Response.created(URI.create("/api/v1/groups/" + kind.id() + "/" + id))
        .entity(GroupItem.of(made))
        .build();
  }

  /** Makes the next version of a group; the earlier ones can still be named. */
  @PUT
  @Path("/{kind}/{id}")
  @Blocking
  @RolesAllowed("operator")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "putGroup", summary = "Makes the next version of a group")
  @APIResponseSchema(GroupItem.class)
  @APIResponse(responseCode = "404", description = "there is no such group")
  public Response replace(
      @PathParam("kind") String kind, @PathParam("id") String id, GroupDraft draft) {
    Group.Kind known = kind(kind, id);
    return Response.ok(
            GroupItem.of(
                change(
                    known,
                    id,
                    (before, next) -> {
                      require(before, known, id);
                      return draft.version(known, id, next);
                    })))
        .build();
  }

  /** Ends a group; what names one of its versions goes on. */
  @DELETE
  @Path("/{kind}/{id}")
  @Blocking
  @RolesAllowed("operator")
  @Operation(operationId = "deleteGroup", summary = "Ends a group; its versions can still be named")
  @APIResponse(responseCode = "204", description = "ended")
  @APIResponse(responseCode = "404", description = "there is no such group")
  public void end(@PathParam("kind") String kind, @PathParam("id") String id) {
    Group.Kind known = kind(kind, id);
    change(
        known,
        id,
        (before, next) -> {
          Group last = require(before, known, id);
          return new Group(
              known,
              id,
              next,
              last.nameEn(),
              last.nameZh(),
              last.listedOn(),
              last.source(),
              List.of(),
              true,
              Instant.EPOCH);
        });
  }

  /** Reads and writes under a lock: two changes at once make two versions. */
  private Group change(
      Group.Kind kind, String id, BiFunction<Optional<Group>, Integer, Group> version) {
    return database.inTransaction(
        session -> {
          session.run("LOCK TABLE code_group IN SHARE ROW EXCLUSIVE MODE");
          Optional<Group> before = newest(session, kind, id);
          GroupCatalog.store(
              session, version.apply(before, before.map(Group::version).orElse(0) + 1));
          return newest(session, kind, id).orElseThrow();
        });
  }

  private static Optional<Group> newest(Session session, Group.Kind kind, String id) {
    Groups groups = GroupCatalog.read(session);
    return groups.versions().stream()
        .filter(group -> group.kind() == kind && group.id().equals(id))
        .findFirst();
  }

  private static Group require(Optional<Group> before, Group.Kind kind, String id) {
    return before
        .filter(group -> !group.deleted())
        .orElseThrow(() -> Problem.notFound("group", kind.id() + "/" + id).asException());
  }

  private static Group.Kind kind(String kind, String id) {
    Group.Kind known = Group.Kind.of(kind);
    if (known == null) {
      throw Problem.notFound("group", kind + "/" + id).asException();
    }
    return known;
  }

  private static Content content(List<GroupItem> items) {
    return new Content(new GroupPage(items, null), () -> GroupItem.csv(items));
  }
}

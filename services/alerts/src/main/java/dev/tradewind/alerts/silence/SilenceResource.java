package dev.tradewind.alerts.silence;

import dev.tradewind.alerts.matching.Matchers;
import dev.tradewind.alerts.paging.ListPart;
import dev.tradewind.alerts.paging.ListRequest;
import dev.tradewind.alerts.store.Reconsideration;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.platform.paging.Page;
import dev.tradewind.platform.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Silences. They are never deleted: they expire, and the log of them stays. */
@Path("/api/v1/silences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
public class SilenceResource {
  private static final Logger LOG = Logger.getLogger(SilenceResource.class);
  private static final Set<String> STATES = Set.of("pending", "active", "expired");

  private static final String SELECT =
      """
      SELECT id, CASE WHEN ends_at <= now() THEN 'expired' WHEN starts_at <= now() THEN 'active' ELSE 'pending' END,
             matchers::text, starts_at, ends_at, author, comment, created_at, updated_at
      FROM silence
      """;

  private static final String LIST =
      SELECT
          + """
          WHERE id < $1
            AND ($2::text IS NULL OR $2 = CASE WHEN ends_at <= now() THEN 'expired' WHEN starts_at <= now() THEN 'active'
                                               ELSE 'pending' END)
          ORDER BY id DESC LIMIT $3
          """;

  private static final String INSERT =
      """
      INSERT INTO silence (matchers, starts_at, ends_at, author, comment)
      VALUES ($1::text::jsonb, $2, $3, $4, $5) RETURNING id
      """;

  private static final String UPDATE =
      """
      UPDATE silence
      SET matchers = $2::text::jsonb, starts_at = $3, ends_at = $4, author = $5, comment = $6, updated_at = now(),
          phase = 'pending'
      WHERE id = $1 AND ends_at > now()
      """;

  private static final String EXPIRE =
      """
      UPDATE silence SET starts_at = least(starts_at, now()), ends_at = now(), updated_at = now()
      WHERE id = $1 AND ends_at > now()
      """;

  private final Transactions transactions;
  private final Reconsideration reconsideration;
  private final SecurityIdentity caller;

  SilenceResource(
      Transactions transactions, Reconsideration reconsideration, SecurityIdentity caller) {
    this.transactions = transactions;
    this.reconsideration = reconsideration;
    this.caller = caller;
  }

  /** Silences, filtered. */
  @GET
  @RolesAllowed("viewer")
  @Operation(operationId = "listSilences", summary = "Silences, the newest first")
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(responseCode = "400", description = "A filter is not valid")
  public Page<SilenceView> list(
      @Parameter(description = "pending, active or expired") @RestQuery @Nullable String state,
      @BeanParam ListPart part) {
    ListRequest request = part.checked();
    if (state != null && !STATES.contains(state)) {
      throw Problem.badParameter("state", "use pending, active or expired.").asException();
    }
    List<SilenceView> found =
        transactions.run(
            transaction ->
                transaction.query(LIST, Tuple.of(request.before(), state, request.fetch())).stream()
                    .map(SilenceResource::view)
                    .toList());
    return request.page(found, SilenceView::id);
  }

  /** One silence. */
  @GET
  @Path("/{id}")
  @RolesAllowed("viewer")
  @Operation(operationId = "getSilence", summary = "One silence")
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(responseCode = "404", description = "There is no such silence")
  public SilenceView get(long id) {
    return transactions.run(transaction -> find(transaction, id));
  }

  /** Makes a silence. */
  @POST
  @RolesAllowed("operator")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "postSilence",
      summary = "Silences incidents for a while",
      description = "What still fires when it ends is told then.")
  @APIResponseSchema(value = SilenceView.class, responseCode = "201", responseDescription = "made")
  @APIResponse(responseCode = "400", description = "something in it is not valid")
  public Response make(SilenceDraft draft) {
    SilenceDraft.Checked silence = checked(draft);
    SilenceView made =
        change(
            transaction -> {
              long id =
                  transaction
                      .query(
                          INSERT,
                          Tuple.tuple()
                              .addString(json(silence.matchers()))
                              .addOffsetDateTime(silence.startsAt().atOffset(ZoneOffset.UTC))
                              .addOffsetDateTime(silence.endsAt().atOffset(ZoneOffset.UTC))
                              .addString(silence.author())
                              .addString(silence.comment()))
                      .get(0)
                      .getLong(0);
              LOG.infof(
                  "silence made: id=%d matchers=%s until=%s author=%s",
                  id, silence.matchers().all(), silence.endsAt(), silence.author());
              return id;
            });
    return Response.created(URI.create("/api/v1/silences/" + made.id())).entity(made).build();
  }

  /** Changes a silence that has not expired. */
  @PUT
  @Path("/{id}")
  @RolesAllowed("operator")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "putSilence", summary = "Changes a silence that has not expired")
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(responseCode = "400", description = "something in it is not valid")
  @APIResponse(responseCode = "404", description = "There is no such silence")
  @APIResponse(responseCode = "409", description = "it has expired")
  public SilenceView replace(long id, SilenceDraft draft) {
    SilenceDraft.Checked silence = checked(draft);
    return change(
        transaction -> {
          int updated =
              transaction.update(
                  UPDATE,
                  Tuple.tuple()
                      .addLong(id)
                      .addString(json(silence.matchers()))
                      .addOffsetDateTime(silence.startsAt().atOffset(ZoneOffset.UTC))
                      .addOffsetDateTime(silence.endsAt().atOffset(ZoneOffset.UTC))
                      .addString(silence.author())
                      .addString(silence.comment()));
          if (updated == 0) {
            find(transaction, id);
            throw Problem.of(409, "silence-expired", "The silence has expired.")
                .withAdvice("Make a new one.")
                .asException();
          }
          return id;
        });
  }

  /** Ends a silence. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed("operator")
  @Operation(
      operationId = "expireSilence",
      summary = "Ends a silence now",
      description = "It stays in the list as expired. What still fires is told.")
  @APIResponse(responseCode = "200", description = "It has expired")
  @APIResponse(responseCode = "404", description = "There is no such silence")
  public SilenceView expire(long id) {
    return change(
        transaction -> {
          transaction.update(EXPIRE, Tuple.of(id));
          return id;
        });
  }

  private SilenceDraft.Checked checked(@Nullable SilenceDraft draft) {
    SilenceDraft present = draft == null ? new SilenceDraft(null, null, null, null, null) : draft;
    return present.checked(Instant.now(), caller.getPrincipal().getName());
  }

  /** Messages take account of it before anybody reads the answer. */
  private SilenceView change(Function<Transaction, Long> work) {
    SilenceView changed =
        transactions.inTurn(
            transaction -> {
              SilenceView found = find(transaction, work.apply(transaction));
              Silences.turn(transaction);
              reconsideration.all(transaction);
              return found;
            });
    reconsideration.send();
    return changed;
  }

  private static SilenceView find(Transaction transaction, long id) {
    List<Row> rows = transaction.query(SELECT + "WHERE id = $1", Tuple.of(id));
    if (rows.isEmpty()) {
      throw Problem.notFound("silence", id).asException();
    }
    return view(rows.get(0));
  }

  private static String json(Matchers matchers) {
    return String.valueOf(StoredJson.write(matchers.all()));
  }

  private static SilenceView view(Row row) {
    return new SilenceView(
        row.getLong(0),
        row.getString(1),
        Silences.matchers(row.getString(2)).all().stream().map(Object::toString).toList(),
        row.getOffsetDateTime(3).toInstant(),
        row.getOffsetDateTime(4).toInstant(),
        row.getString(5),
        row.getString(6),
        row.getOffsetDateTime(7).toInstant(),
        row.getOffsetDateTime(8).toInstant());
  }
}

package dev.tradewind.alerts.backtest;

import dev.tradewind.alerts.indicator.Cells;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.NewestPeriods;
import dev.tradewind.alerts.rule.Judge;
import dev.tradewind.alerts.rule.Rule;
import dev.tradewind.alerts.rule.RuleDocument;
import dev.tradewind.alerts.rulebook.RuleBook;
import dev.tradewind.alerts.rulebook.RuleReader;
import dev.tradewind.alerts.rulebook.RuleTexts;
import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.alerts.store.Transactions;
import dev.tradewind.platform.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Tries rules on history before anyone enables them. */
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
@Blocking
public class BacktestResource {
  private static final int MOST_PERIODS = 240;
  private static final YearMonth EARLIEST = YearMonth.of(1, 1);
  private static final YearMonth LATEST = YearMonth.of(9999, 12);

  private final RuleBook book;
  private final Transactions transactions;

  BacktestResource(RuleBook book, Transactions transactions) {
    this.book = book;
    this.transactions = transactions;
  }

  /** What a rule would have raised. */
  @POST
  @Path("/{id}/backtest")
  @RolesAllowed("operator")
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(
      responseCode = "400",
      description = "A period is none",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such rule",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @Operation(
      operationId = "backtestRule",
      summary = "What an alert rule would have raised over history",
      description =
          "Replays up to 240 periods as if each had been the newest, with the data of today."
              + " Nothing is stored or sent.")
  public BacktestView stored(
      String id,
      @Parameter(description = "The first period", example = "2018-01") @RestQuery
          @Nullable String from,
      @Parameter(description = "The last period", example = "2025-08") @RestQuery
          @Nullable String to) {
    return replay(book.rule(id), from, to);
  }

  /** What a rule that is not stored would have raised. */
  @POST
  @Path("/backtest")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("operator")
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(
      responseCode = "400",
      description = "A field of the rule is not valid",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @Operation(
      operationId = "backtestUnsavedRule",
      summary = "What the rule in the body would have raised over history",
      description = "As for a stored rule; the id may be left out.")
  public BacktestView unsaved(
      @Parameter(description = "The first period", example = "2018-01") @RestQuery
          @Nullable String from,
      @Parameter(description = "The last period", example = "2025-08") @RestQuery
          @Nullable String to,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = RuleDocument.class)))
          String body) {
    var node = RuleTexts.json(body);
    RuleDocument document = RuleReader.require(node, node.hasNonNull("id") ? null : "unsaved");
    return replay(book.unsaved(document), from, to);
  }

  private BacktestView replay(Rule rule, @Nullable String from, @Nullable String to) {
    YearMonth first = from == null ? EARLIEST : month("from", from);
    YearMonth last = to == null ? LATEST : month("to", to);
    return transactions.run(transaction -> replay(transaction, rule, first, last));
  }

  private static BacktestView replay(
      Transaction transaction, Rule rule, YearMonth first, YearMonth last) {
    YearMonth newest = NewestPeriods.of(transaction, rule.series());
    List<YearMonth> periods =
        newest == null
            ? List.of()
            : Cells.periods(
                transaction, rule.series(), first, last.isBefore(newest) ? last : newest);
    List<YearMonth> latest =
        periods.subList(Math.max(0, periods.size() - MOST_PERIODS), periods.size());
    Set<YearMonth> wanted =
        latest.stream()
            .flatMap(period -> Judge.periods(rule, period).stream())
            .collect(Collectors.toSet());
    Map<String, Map<YearMonth, Figures>> history =
        Cells.figures(transaction, rule.series(), wanted);
    return BacktestView.of(rule, Backtest.run(rule, latest, history));
  }

  private static YearMonth month(String parameter, String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw Problem.badParameter(parameter, "use a month such as 2025-08.").asException();
    }
  }
}

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
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tries rules on history before anyone enables them. */
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
@Blocking
public class BacktestResource {
  private static final int MOST_PERIODS = 240;

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
  @APIResponse(responseCode = "400", description = "A period is none")
  @APIResponse(responseCode = "404", description = "There is no such rule")
  @Operation(
      operationId = "backtestRule",
      summary = "What an alert rule would have raised over history",
      description =
          "Replays up to 240 periods as if each had been the newest, with the data of today."
              + " Nothing is stored or sent.")
  public BacktestView stored(String id, @BeanParam PeriodRange range) {
    return replay(book.rule(id), range);
  }

  /** What a rule that is not stored would have raised. */
  @POST
  @Path("/backtest")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("operator")
  @APIResponse(responseCode = "200", description = "OK")
  @APIResponse(responseCode = "400", description = "A field of the rule is not valid")
  @Operation(
      operationId = "backtestUnsavedRule",
      summary = "What the rule in the body would have raised over history",
      description = "As for a stored rule; the id may be left out.")
  public BacktestView unsaved(
      @BeanParam PeriodRange range,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = RuleDocument.class)))
          String body) {
    var node = RuleTexts.json(body);
    RuleDocument document = RuleReader.require(node, node.hasNonNull("id") ? null : "unsaved");
    return replay(book.unsaved(document), range);
  }

  private BacktestView replay(Rule rule, PeriodRange range) {
    YearMonth first = range.first();
    YearMonth last = range.last();
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
}

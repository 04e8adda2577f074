package dev.tradewind.alerts.incident;

import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.store.StoredJson;
import dev.tradewind.contracts.code.Region;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An incident in the API. Money is in units of the currency, decimals as strings; rates are
 * fractions.
 *
 * @param period of the figures shown
 * @param sincePeriod the first period of this alert
 * @param since when it was raised
 */
@Schema(name = "Alert", description = "What a rule found about one region, with its history.")
@RegisterForReflection
record AlertView(
    @Schema(examples = "12") long id,
    @Schema(examples = "us-exports-drop") String rule,
    @Schema(examples = "Sharp drop of exports to the United States") String ruleName,
    @Schema(examples = "Trade desk") String owner,
    @Schema(examples = "{\"team\":\"trade\"}") Map<String, String> labels,
    @Schema(
            examples = "critical",
            enumeration = {"warning", "critical"})
        String severity,
    @Schema(
            examples = "firing",
            enumeration = {
              "firing",
              "acknowledged",
              "resolved",
              "corrected",
              "withdrawn",
              "closed"
            })
        String state,
    @Schema(examples = "CN-SD") String region,
    @Schema(examples = "Shandong") String regionName,
    @Schema(examples = "USA") String partner,
    @Schema(examples = "all") String sector,
    @Schema(examples = "ytd") String window,
    @Schema(examples = "USD") String currency,
    @Schema(examples = "2025-07") String period,
    @Schema(examples = "yoy", description = "The indicator that the rule compares.")
        String indicator,
    @Schema(examples = "-0.318794", description = "What was compared with the threshold.")
        @Nullable BigDecimal observed,
    @Schema(examples = "at-or-below") String comparison,
    @Schema(examples = "-0.2") @Nullable BigDecimal threshold,
    @Schema(examples = "17867091") @Nullable String value,
    @Schema(examples = "26228620") @Nullable String baseValue,
    @Schema(examples = "-0.318794") @Nullable BigDecimal yoy,
    @Schema(examples = "0.217641") @Nullable BigDecimal exposure,
    @Schema(examples = "-0.024383") @Nullable BigDecimal contribution,
    @Schema(examples = "2025-06") String sincePeriod,
    Instant since,
    Instant updatedAt,
    @Nullable AcknowledgedView acknowledged,
    List<StepView> history) {

  /** Who took it on. */
  @Schema(name = "AlertAcknowledgement")
  @RegisterForReflection
  record AcknowledgedView(
      @Schema(examples = "jane@example.org") String by,
      Instant at,
      @Schema(examples = "Known: the port was closed for ten days") @Nullable String comment) {}

  /**
   * One step of the history.
   *
   * @param step what happened
   * @param state the alert's since then
   * @param was the period's figures before
   * @param now the period's figures since
   * @param submission which caused it; null if a person did
   * @param cause {@code published}, {@code withdrawn} or {@code rebuild}; for people what they did
   * @param actor who did it, if a person did
   */
  @Schema(name = "AlertStep")
  @RegisterForReflection
  record StepView(
      Instant at,
      @Schema(examples = "raised") String step,
      @Schema(examples = "2025-07") String period,
      @Schema(examples = "firing") String state,
      @Schema(examples = "critical") String severity,
      @Nullable FiguresView was,
      @Nullable FiguresView now,
      @Nullable UUID submission,
      @Schema(examples = "published") String cause,
      @Schema(examples = "jane@example.org") @Nullable String actor,
      @Schema(examples = "Known: the port was closed for ten days") @Nullable String comment) {
    static StepView of(StepEntity step) {
      return new StepView(
          step.at.toInstant(),
          step.kind,
          step.period,
          step.state,
          step.severity,
          FiguresView.of(StoredJson.readNullable(step.was, Figures.class)),
          FiguresView.of(StoredJson.readNullable(step.now, Figures.class)),
          step.submission,
          step.cause,
          step.actor,
          step.comment);
    }
  }

  /** The figures of one period. */
  @Schema(name = "AlertFigures")
  @RegisterForReflection
  record FiguresView(
      @Schema(examples = "17867091") @Nullable String value,
      @Schema(examples = "26228620") @Nullable String baseValue,
      @Schema(examples = "-0.318794") @Nullable BigDecimal yoy,
      @Schema(examples = "0.217641") @Nullable BigDecimal exposure,
      @Schema(examples = "-0.024383") @Nullable BigDecimal contribution,
      @Schema(examples = "ok") String status) {
    static @Nullable FiguresView of(@Nullable Figures figures) {
      return figures == null
          ? null
          : new FiguresView(
              plain(figures.value()),
              plain(figures.baseValue()),
              figures.yoy(),
              figures.exposure(),
              figures.contribution(),
              figures.status().id());
    }
  }

  static AlertView of(IncidentEntity incident, NamedRule rule, List<StepEntity> steps) {
    return new AlertView(
        incident.id,
        incident.rule,
        rule.name(),
        rule.owner(),
        rule.labels(),
        incident.severity,
        incident.state,
        incident.region,
        Region.nameEn(incident.region),
        incident.partner,
        incident.sector,
        incident.window,
        incident.currency,
        incident.period,
        rule.indicator(),
        stripped(incident.observed),
        rule.comparison(),
        stripped(incident.threshold),
        plain(incident.value),
        plain(incident.baseValue),
        incident.yoy,
        incident.exposure,
        incident.contribution,
        incident.sincePeriod,
        incident.since.toInstant(),
        incident.updatedAt.toInstant(),
        acknowledged(incident),
        steps.stream().map(StepView::of).toList());
  }

  private static @Nullable AcknowledgedView acknowledged(IncidentEntity incident) {
    String by = incident.acknowledgedBy;
    return by == null || incident.acknowledgedAt == null
        ? null
        : new AcknowledgedView(
            by, incident.acknowledgedAt.toInstant(), incident.acknowledgedComment);
  }

  private static @Nullable BigDecimal stripped(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros();
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros().toPlainString();
  }
}

package dev.tradewind.alerts.alertmanager;

import static dev.tradewind.alerts.LetterSamples.critical;
import static dev.tradewind.alerts.LetterSamples.figures;
import static dev.tradewind.alerts.LetterSamples.member;
import static dev.tradewind.alerts.LetterSamples.telling;
import static dev.tradewind.alerts.LetterSamples.warning;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.alerts.AlertmanagerRules;
import dev.tradewind.alerts.background.Background;
import dev.tradewind.alerts.document.Links;
import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.notification.Draft;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.wording.Language;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertmanagerAlertsTest {
  private static final AlertmanagerAlerts ALERTS =
      new AlertmanagerAlerts(new Links(URI.create("https://tradewind.example")));
  private static final Figures HUNAN =
      figures("3000000000", "4200000000", "-0.285714", "0.117647", "-0.0036");
  private static final Instant NOW = Instant.parse("2025-09-20T10:00:00Z");
  private static final Telling TOLD =
      telling(null, List.of(), warning(1, "CN-HN", HUNAN))
          .with(
              new Background(
                  YearMonth.of(2025, 8),
                  Map.of(),
                  Map.of(),
                  Map.of(1L, Instant.parse("2025-09-18T00:00:00Z")),
                  List.of()));

  @Test
  void aFiringAlertEndsByItselfUnlessItIsToldAgain() {
    JsonNode posted = posted(new Draft(null, TOLD));
    assertThat(posted).hasSize(1);
    JsonNode alert = posted.get(0);
    assertThat(alert.path("labels").path("alertname").asText()).isEqualTo("us-exports-drop");
    assertThat(alert.path("labels").path("region").asText()).isEqualTo("CN-HN");
    assertThat(alert.path("labels").path("severity").asText()).isEqualTo("warning");
    assertThat(alert.path("startsAt").asText()).isEqualTo("2025-09-18T00:00:00Z");
    assertThat(alert.path("endsAt").asText()).isEqualTo("2025-09-20T10:10:00Z");
    assertThat(alert.path("annotations").path("summary").asText())
        .isEqualTo("US exports, Hunan 湖南 −28.6 %: US$ 3.0 bn, a year earlier US$ 4.2 bn");
  }

  @Test
  void whatFiresNoMoreEndsNow() {
    Telling now =
        telling(null, List.of(), member(1, "CN-HN", Finding.RECOVERED, Severity.WARNING, HUNAN));
    JsonNode posted = posted(new Draft(TOLD, now));
    assertThat(posted).hasSize(1);
    assertThat(posted.get(0).path("endsAt").asText()).isEqualTo("2025-09-20T10:00:00Z");
  }

  @Test
  void anotherSeverityEndsOneAlertAndBeginsAnother() {
    JsonNode posted =
        posted(new Draft(TOLD, telling(null, List.of(), critical(1, "CN-HN", HUNAN))));
    assertThat(posted).hasSize(2);
    assertThat(posted.get(0).path("labels").path("severity").asText()).isEqualTo("critical");
    assertThat(posted.get(0).path("endsAt").asText()).isEqualTo("2025-09-20T10:10:00Z");
    assertThat(posted.get(1).path("labels").path("severity").asText()).isEqualTo("warning");
    assertThat(posted.get(1).path("endsAt").asText()).isEqualTo("2025-09-20T10:00:00Z");
  }

  @Test
  void aDigestIsNoAlertButATestIs() {
    assertThat(posted(notice(Notice.Kind.DIGEST))).isEmpty();
    assertThat(posted(notice(Notice.Kind.ALL_CLEAR))).isEmpty();
    assertThat(posted(notice(Notice.Kind.TEST))).hasSize(1);
    assertThat(posted(notice(Notice.Kind.OVERDUE))).hasSize(1);
  }

  private static JsonNode posted(Letter letter) {
    JsonNode posted =
        AlertmanagerAlerts.posted(
            ALERTS.payload(letter, "am", Language.EN), NOW, Duration.ofMinutes(10));
    assertThat(AlertmanagerRules.problems(posted)).isEmpty();
    return posted;
  }

  private static Notice notice(Notice.Kind kind) {
    return new Notice(
        kind, "x", null, YearMonth.of(2025, 8), null, List.of(), List.of(), List.of());
  }
}

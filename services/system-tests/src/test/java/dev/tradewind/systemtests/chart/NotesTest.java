package dev.tradewind.systemtests.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an installer is told next. */
class NotesTest {
  @Test
  void anEvaluationIsToldLoudlyThatItIsOpen() {
    assertThat(notes("evaluation"))
        .contains("EVALUATION ONLY: access.anonymous=unsafe-anyone")
        .contains("Kafka and PostgreSQL are part of this release")
        .contains("helm test tw -n trade")
        .contains("port-forward service/tw-tradewind-gateway 8080")
        .contains("No Slack webhook is set");
  }

  @Test
  void aClosedInstallationIsToldHowToComeIn() {
    assertThat(notes("production-scram"))
        .contains(
            "Access is closed: a call needs an API key or a token of https://login.example.com.")
        .contains("get secret tradewind-bootstrap -o jsonpath='{.data.secret}'")
        .contains("https://tradewind.example.com/api/v1/keys")
        .contains("Open https://tradewind.example.com")
        .doesNotContain("EVALUATION ONLY")
        .doesNotContain("part of this release")
        .doesNotContain("No Slack webhook");
  }

  private static String notes(String example) {
    return Chart.example(example).one("ConfigMap", "rendered-notes").at("/data/notes").asText();
  }
}

package dev.tradewind.alerts.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.notification.Outcome;
import dev.tradewind.alerts.outbound.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackErrorsTest {
  private static final Instant NOW = Instant.parse("2025-09-20T10:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channel_not_found", "invalid_auth", "is_archived", "not_in_channel", "invalid_blocks"
      })
  void mostErrorsAreForGood(String error) {
    assertThat(outcome(200, error)).isEqualTo(new Outcome.Refused("Slack: " + error));
  }

  @ParameterizedTest
  @ValueSource(strings = {"internal_error", "fatal_error", "service_unavailable"})
  void someAreForNow(String error) {
    assertThat(outcome(200, error))
        .isEqualTo(new Outcome.Postponed(null, false, "Slack: " + error));
  }

  @Test
  void aLimitIsALimitHoweverItIsSaid() {
    Answer answer = new Answer(200, "7", "{\"ok\":false,\"error\":\"ratelimited\"}");
    assertThat(((Outcome.Postponed) SlackErrors.outcome(answer, NOW)).hush())
        .isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aMessageKeepsItsId() {
    assertThat(
            SlackErrors.outcome(
                new Answer(200, null, "{\"ok\":true,\"ts\":\"1758.000001\"}"), NOW))
        .isEqualTo(new Outcome.Delivered("1758.000001"));
    assertThat(SlackErrors.outcome(new Answer(200, null, "ok"), NOW))
        .isEqualTo(new Outcome.Delivered(null));
  }

  @Test
  void anErrorThatIsNoWordIsNotRepeated() {
    assertThat(
            SlackErrors.outcome(
                new Answer(200, null, "{\"ok\":false,\"error\":\"<script>\"}"), NOW))
        .isEqualTo(new Outcome.Refused("Slack: script"));
    assertThat(SlackErrors.outcome(new Answer(200, null, "{\"ok\": false}"), NOW))
        .isEqualTo(new Outcome.Refused("Slack: unknown_error"));
  }

  private static Outcome outcome(int status, String error) {
    return SlackErrors.outcome(
        new Answer(status, null, "{\"ok\":false,\"error\":\"" + error + "\"}"), NOW);
  }
}

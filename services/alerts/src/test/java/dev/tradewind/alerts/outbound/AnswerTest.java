package dev.tradewind.alerts.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.notification.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {
  private static final Instant NOW = Instant.parse("2025-09-20T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "200, ok, Delivered",
    "302, '', Refused",
    "400, invalid_blocks, Refused",
    "403, action_prohibited, Refused",
    "404, no_service, Refused",
    "410, channel_is_archived, Refused",
    "408, '', Postponed",
    "429, rate_limited, Postponed",
    "500, rollup_error, Postponed",
    "503, '', Postponed"
  })
  void theStatusDecides(int status, String body, String outcome) {
    assertThat(new Answer(status, null, body).outcome(NOW).getClass().getSimpleName())
        .isEqualTo(outcome);
  }

  @Test
  void theReceiversReasonIsKept() {
    assertThat(new Answer(404, null, "no_service").outcome(NOW))
        .isEqualTo(new Outcome.Refused("HTTP 404: no_service"));
    assertThat(new Answer(503, null, "").outcome(NOW))
        .isEqualTo(new Outcome.Postponed(null, false, "HTTP 503"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30|PT30S",
        "0|PT0S",
        "Sat, 20 Sep 2025 10:01:30 GMT|PT1M30S",
        "Sat, 20 Sep 2025 09:00:00 GMT|PT0S",
        "soon|PT30S",
        "-5|PT30S",
        "99999999999999|PT30S"
      })
  void retryAfterIsSecondsOrADate(String header, Duration expected) {
    Outcome.Postponed outcome =
        (Outcome.Postponed) new Answer(429, header, "rate_limited").outcome(NOW);
    assertThat(outcome.hush()).isEqualTo(expected);
  }
}

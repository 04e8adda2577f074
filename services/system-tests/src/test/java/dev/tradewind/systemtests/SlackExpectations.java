package dev.tradewind.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.embedded.slack.SlackRequest;
import java.time.Duration;

/** What the channel must have heard. */
final class SlackExpectations {
  private SlackExpectations() {}

  /** One request in all, accepted, which names exactly these provinces; and no second comes. */
  static SlackRequest exactlyOneMessage(RunningSystem system, String... provinces) {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(system.slack().requests()).isNotEmpty());
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(system.slack().requests()).hasSize(1));
    SlackRequest message = system.slack().requests().get(0);
    assertThat(message.problems()).isEmpty();
    assertThat(message.posted()).isTrue();
    assertThat(SlackText.provinces(message)).containsExactlyInAnyOrder(provinces);
    return message;
  }
}

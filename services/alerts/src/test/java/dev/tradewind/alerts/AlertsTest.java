package dev.tradewind.alerts;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.embedded.slack.SlackRequest;
import dev.tradewind.embedded.slack.SlackStub;
import dev.tradewind.testing.KafkaResource;
import dev.tradewind.testing.PostgresResource;
import dev.tradewind.testing.SlackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the whole service share: real Kafka, real PostgreSQL, a strict Slack. */
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "db", value = "alerts"))
@QuarkusTestResource(SlackResource.class)
public abstract class AlertsTest {
  protected static final YearMonth JUNE = YearMonth.of(2025, 6);
  protected static final YearMonth JULY = YearMonth.of(2025, 7);
  protected static final YearMonth AUGUST = YearMonth.of(2025, 8);

  @Inject protected Stage stage;

  @SuppressWarnings("NullAway.Init") // set by the test resource
  protected SlackStub slack;

  @BeforeEach
  void clear() {
    stage.clear();
    slack.reset();
  }

  /** Waits until Slack's readers see that many messages. */
  protected List<SlackRequest> awaitPosted(int count) {
    await().atMost(Duration.ofSeconds(20)).until(() -> slack.posted().size() >= count);
    return slack.posted();
  }

  /** Waits until everything that is due is sent. */
  protected void awaitQuiet() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> stage.number("SELECT count(*) FROM notification WHERE state = 'pending'") == 0);
  }

  /** All that a reader reads of a message, as JSON. */
  protected static String read(SlackRequest message) {
    return message.payload().path("blocks").toString();
  }

  /** What a notification says. */
  protected static String fallback(SlackRequest message) {
    JsonNode text = message.payload().path("text");
    return text.asText();
  }
}

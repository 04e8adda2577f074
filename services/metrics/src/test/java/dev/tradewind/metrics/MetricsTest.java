package dev.tradewind.metrics;

import static org.awaitility.Awaitility.await;

import dev.tradewind.testing.KafkaResource;
import dev.tradewind.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What tests of the whole service share. Each test has a currency of its own, so that none sees the
 * facts of another.
 */
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "db", value = "metrics"))
abstract class MetricsTest {
  private static final AtomicInteger CURRENCIES = new AtomicInteger();

  @Inject TestTopics topics;
  @Inject TestTables tables;

  final String currency = nextCurrency();

  private static String nextCurrency() {
    int n = CURRENCIES.getAndIncrement();
    return "Q" + (char) ('A' + n / 26) + (char) ('A' + n % 26);
  }

  void awaitState(TestSubmission submission, String state) {
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> tables.state(submission.id()).equals(List.of(state)));
  }

  void awaitClose(TestSubmission submission, int closes) {
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> topics.closes(submission.id()).size() >= closes);
  }

  /** Published, applied, and told. */
  TestSubmission apply(TestSubmission submission) {
    topics.publish(submission);
    awaitState(submission, "applied");
    return submission;
  }
}

package dev.tradewind.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tradewind.contracts.message.IndicatorEvent.Slice;
import dev.tradewind.testing.LoopbackAccess;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged service, a jar or a native executable: every payload, migration, code list and
 * resource that it needs is in it.
 */
@QuarkusIntegrationTest
@WithTestResource(LoopbackAccess.class)
class PackagedMetricsIT {
  private static final TestTopics TOPICS =
      new TestTopics(
          Map.of(
              "bootstrap.servers",
              ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)));

  @BeforeAll
  static void aSubmissionIsApplied() {
    TestSubmission submission =
        TestSubmission.of(
            "USD",
            new Rows()
                .add("2024-07", "CN-SC", "USA", "39221000", 843_547_700)
                .add("2025-07", "CN-SC", "USA", "39221000", 241_990_850)
                .add("2025-07", "CN-GD", "DEU", "85423100", 1_291_578_900));
    TOPICS.publish(submission);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> TOPICS.closes(submission.id()).size(), closes -> closes == 1);
    assertThat(TOPICS.told(submission.id()).stream().map(TestTopics::event))
        .anyMatch(Slice.class::isInstance);
  }

  @Test
  void indicatorsAreComputed() {
    given()
        .queryParam("window", "month")
        .get("/api/v1/indicators")
        .then()
        .statusCode(200)
        .body("items", hasSize(32))
        .body("items.find { it.region == 'CN-SC' }.value", equalTo("2419908.5"))
        .body("items.find { it.region == 'CN-SC' }.regionName", equalTo("Sichuan"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "indicators?window=ytd",
        "indicators?window=month&sector=hs:8542",
        "rankings?window=month&by=value",
        "exports?by=region,partner,product,period",
        "regions",
        "partners",
        "sectors",
        "coverage",
        "revisions"
      })
  void everyTableIsJsonAndCsv(String path) {
    given().get("/api/v1/" + path).then().statusCode(200).contentType("application/json");
    given()
        .accept("text/csv")
        .get("/api/v1/" + path)
        .then()
        .statusCode(200)
        .contentType("text/csv");
  }

  @Test
  void aWrongQuestionIsAProblem() {
    given()
        .queryParam("window", "fortnight")
        .get("/api/v1/indicators")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("status", equalTo(400));
  }
}

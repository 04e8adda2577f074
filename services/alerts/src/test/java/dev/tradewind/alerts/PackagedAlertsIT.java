package dev.tradewind.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.tradewind.contracts.Topics;
import dev.tradewind.contracts.message.MessageCodec;
import dev.tradewind.embedded.slack.SlackStub;
import dev.tradewind.testing.LoopbackAccess;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged service, a jar or a native executable: every payload, migration, template and
 * resource that it needs is in it.
 */
@QuarkusIntegrationTest
@WithTestResource(LoopbackAccess.class)
class PackagedAlertsIT {
  private static final YearMonth JULY = YearMonth.of(2025, 7);

  @SuppressWarnings("NullAway.Init") // set by the test resource
  SlackStub slack;

  @Test
  void aSharpDropIsToldOnce() throws Exception {
    ToldChange drop =
        ToldChange.published()
            .slice(JULY, Map.of("CN-YN", Samples.millions("29", "100")))
            .newest(JULY);
    send(drop);

    await().atMost(Duration.ofSeconds(30)).until(() -> slack.posted().size() == 1);

    assertThat(slack.posted().get(0).payload().toString()).contains("Yunnan");
    given()
        .queryParam("state", "firing")
        .get("/api/v1/alerts")
        .then()
        .statusCode(200)
        .body("items.region", hasItem("CN-YN"))
        .body("items.find { it.region == 'CN-YN' }.severity", equalTo("critical"));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                given()
                    .get("/api/v1/notifications")
                    .then()
                    .statusCode(200)
                    .body("items.state", hasItem("sent")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts", "rules", "channels", "notifications"})
  void everyListIsServed(String path) {
    given().get("/api/v1/" + path).then().statusCode(200).contentType("application/json");
  }

  @Test
  void aWrongQuestionIsAProblem() {
    given()
        .queryParam("state", "smouldering")
        .get("/api/v1/alerts")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void rulesAreImportedExportedAndReplayed() {
    String rule =
        """
        {"rules":[{"id":"packaged","name":"Packaged","indicator":"exposure","comparison":"at-or-above",
          "warning":0.5,"partner":"VNM","window":"r12m","labels":{"team":"trade"}}]}
        """;
    given()
        .contentType("application/json")
        .body(rule)
        .post("/api/v1/rules/import")
        .then()
        .statusCode(200)
        .body("rules[0].action", equalTo("created"));
    String yaml =
        given()
            .accept("application/yaml")
            .get("/api/v1/rules")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(yaml).contains("id: packaged").contains("team: trade");
    given()
        .post("/api/v1/rules/packaged/backtest")
        .then()
        .statusCode(200)
        .body("raised", equalTo(0));
    given()
        .get("/api/v1/rules/packaged/versions")
        .then()
        .statusCode(200)
        .body("items[0].rule.labels.team", equalTo("trade"));
    given().delete("/api/v1/rules/packaged").then().statusCode(204);
  }

  private static void send(ToldChange change) throws Exception {
    String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers),
            new StringSerializer(),
            new ByteArraySerializer())) {
      String key = change.submission().toString();
      for (var event : change.events()) {
        producer
            .send(new ProducerRecord<>(Topics.INDICATORS, key, MessageCodec.write(event)))
            .get();
      }
      producer
          .send(new ProducerRecord<>(Topics.INDICATORS, key, MessageCodec.write(change.close())))
          .get();
    }
  }
}

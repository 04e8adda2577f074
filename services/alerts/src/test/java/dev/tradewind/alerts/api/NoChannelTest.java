package dev.tradewind.alerts.api;

import static dev.tradewind.alerts.Samples.millions;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tradewind.alerts.AlertsProfile;
import dev.tradewind.alerts.Stage;
import dev.tradewind.alerts.ToldChange;
import dev.tradewind.testing.KafkaResource;
import dev.tradewind.testing.PostgresResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without a webhook everything works but the sending. */
@QuarkusTest
@TestProfile(NoChannelTest.WithoutSlack.class)
class NoChannelTest {
  @Inject Stage stage;

  /** The same settings and parts, but no Slack. */
  public static final class WithoutSlack implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return new AlertsProfile().getConfigOverrides();
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(KafkaResource.class),
          new TestResourceEntry(PostgresResource.class, Map.of("db", "alerts")));
    }
  }

  @Test
  void theMessageIsRecordedAndShown() {
    stage.clear();
    YearMonth july = YearMonth.of(2025, 7);
    stage.tell(
        ToldChange.published().slice(july, Map.of("CN-YN", millions("48", "100"))).newest(july));
    when()
        .get("/api/v1/notifications")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("no-channel"))
        .body("items[0].sentVersion", equalTo(0))
        .body("items[0].payload.text", containsString("Yunnan −52.0 %"));
    when()
        .get("/api/v1/channels")
        .then()
        .body("items[0].state", equalTo("not-configured"))
        .body("items[0].host", equalTo(""));
    when().get("/api/v1/alerts").then().body("items", hasSize(1));
  }
}

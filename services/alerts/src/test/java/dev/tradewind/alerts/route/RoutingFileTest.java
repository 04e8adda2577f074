package dev.tradewind.alerts.route;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.alerts.AlertsProfile;
import dev.tradewind.alerts.AlertsTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The routing document from a mounted file. */
@QuarkusTest
@TestProfile(RoutingFileTest.Profile.class)
class RoutingFileTest extends AlertsTest {
  private static final Path FILE = Path.of("target/provisioned-routing/routing.yaml");

  @Inject MeterRegistry meters;

  /** With a file that is looked at often. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> config = new HashMap<>(new AlertsProfile().getConfigOverrides());
      config.put("tradewind.alerts.routing.file", FILE.toString());
      write("owner: first@example.org");
      return config;
    }
  }

  @Test
  void theDocumentIsThatOfTheFile() {
    write("owner: desk@example.org\nroute: {receivers: [default]}");
    awaitOwner("desk@example.org");

    // The API cannot change it
    given()
        .contentType("application/json")
        .body(Map.of("version", 1, "owner", "other@example.org"))
        .put("/api/v1/routing")
        .then()
        .statusCode(409);

    // A file with an error changes nothing, and says so
    write("owner: wrong@example.org\nroute: {receivers: [nowhere]}");
    await().atMost(Duration.ofSeconds(10)).until(() -> invalid() == 1);
    awaitOwner("desk@example.org");

    // Put right, it holds
    write("owner: night@example.org\nroute: {receivers: [default]}");
    awaitOwner("night@example.org");
    await().atMost(Duration.ofSeconds(10)).until(() -> invalid() == 0);
  }

  private double invalid() {
    return meters.get("tradewind.routing.file.invalid").gauge().value();
  }

  private static void awaitOwner(String owner) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                when().get("/api/v1/routing").then().statusCode(200).body("owner", equalTo(owner)));
  }

  /** In one step, as a mounted ConfigMap changes. */
  private static void write(String text) {
    try {
      Files.createDirectories(FILE.getParent());
      Path next = Files.createTempFile(FILE.getParent(), "routing", ".tmp");
      Files.writeString(next, text);
      Files.move(next, FILE, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

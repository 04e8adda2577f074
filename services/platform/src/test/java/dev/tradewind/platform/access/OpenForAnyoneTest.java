package dev.tradewind.platform.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OpenForAnyone.class)
class OpenForAnyoneTest {
  @Inject AccessConfig config;
  @Inject Recognition recognition;

  @Test
  void aRequestUnderAnyNameIsLetIn() {
    given().header("Host", "tradewind.example.com").get("/probe/sample").then().statusCode(200);
  }

  @Test
  void anotherSitesPageStillMayNotWrite() {
    given()
        .header("Sec-Fetch-Site", "cross-site")
        .contentType("application/json")
        .body("{}")
        .post("/probe/sample")
        .then()
        .statusCode(403);
  }

  @Test
  void aStartSaysSoAloud() {
    List<String> warnings = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord logged) {
            warnings.add(logged.getLevel() + " " + logged.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(ClosedFilter.class.getName());
    logger.addHandler(handler);
    try {
      new ClosedFilter(config, recognition);
    } finally {
      logger.removeHandler(handler);
    }

    assertThat(warnings).singleElement().asString().startsWith("WARN").contains("EVALUATION ONLY");
  }
}

package dev.tradewind.metrics;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventsTest extends MetricsTest {
  private static final Map<String, String> TALKS =
      Map.of(
          "date", "2019-12-13",
          "endDate", "2020-01-15",
          "titleEn", "Phase One agreement",
          "titleZh", "第一阶段协议",
          "kind", "talks",
          "source", "press reports");

  @Test
  void theFirstListIsThere() {
    given()
        .queryParam("from", "2025-01")
        .queryParam("to", "2025-09")
        .get("/api/v1/events")
        .then()
        .statusCode(200)
        .body(
            "items.date",
            contains(
                "2025-02-04",
                "2025-03-04",
                "2025-04-02",
                "2025-04-04",
                "2025-04-05",
                "2025-04-09",
                "2025-04-10",
                "2025-05-02",
                "2025-05-12",
                "2025-05-23",
                "2025-06-09",
                "2025-07-28",
                "2025-08-12",
                "2025-08-29",
                "2025-09-14",
                "2025-09-19",
                "2025-09-25"))
        .body("items.find { it.date == '2025-05-12' }.period", equalTo("2025-05"))
        .body("items.find { it.date == '2025-05-12' }.endPeriod", equalTo("2025-08"));
    given()
        .queryParam("from", "2025-11")
        .queryParam("to", "2025-11")
        .get("/api/v1/events")
        .then()
        .body(
            "items.find { it.id == '2025-03-04-fentanyl-tariff-20' }.endDate",
            equalTo("2025-11-09"))
        .body(
            "items.find { it.id == '2025-11-10-fentanyl-tariff-10' }.date", equalTo("2025-11-10"));
    given()
        .queryParam("to", "2019-12-31")
        .queryParam("kind", "tariff")
        .get("/api/v1/events")
        .then()
        .body("items.titleZh", hasItem("美国对华首轮加征关税"));
  }

  @Test
  void anEventIsFoundInEveryMonthThatItTouches() {
    given()
        .queryParam("from", "2025-07")
        .queryParam("to", "2025-07")
        .get("/api/v1/events")
        .then()
        .body(
            "items.id",
            containsInAnyOrder(
                "2025-03-04-fentanyl-tariff-20",
                "2025-04-05-baseline-tariff-10",
                "2025-05-12-geneva-truce",
                "2025-05-28-us-export-curbs",
                "2025-07-28-stockholm-talks"));
  }

  @Test
  void eventsAreKept() {
    // Given one that is added
    String place =
        given()
            .contentType(ContentType.JSON)
            .body(TALKS)
            .post("/api/v1/events")
            .then()
            .statusCode(201)
            .body("id", equalTo("2019-12-13-phase-one-agreement"))
            .extract()
            .header("Location");
    String tag = given().get("/api/v1/events").then().extract().header("ETag");
    given().contentType(ContentType.JSON).body(TALKS).post("/api/v1/events").then().statusCode(409);
    // When it is changed
    Map<String, String> changed = new java.util.HashMap<>(TALKS);
    changed.remove("endDate");
    given()
        .contentType(ContentType.JSON)
        .body(changed)
        .put(place)
        .then()
        .statusCode(200)
        .body("endDate", nullValue());
    // Then lists that were read before are stale
    given()
        .header("If-None-Match", tag)
        .get("/api/v1/events")
        .then()
        .statusCode(200)
        .header("ETag", not(equalTo(tag)));
    given().delete(place).then().statusCode(204);
    given().get(place).then().statusCode(404);
    given().delete(place).then().statusCode(404);
  }

  @Test
  void anEarlierTimelineIsToldAsItStood() {
    // Given an event that was added, then changed, then taken out
    String before = now();
    String place =
        given()
            .contentType(ContentType.JSON)
            .body(
                Map.of(
                    "date", "2031-05-01",
                    "titleEn", "Planned",
                    "titleZh", "计划",
                    "kind", "other",
                    "source", "a test"))
            .post("/api/v1/events")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    String added = now();
    given()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "date", "2031-05-01",
                "titleEn", "Confirmed",
                "titleZh", "确认",
                "kind", "other",
                "source", "a test"))
        .put(place)
        .then()
        .statusCode(200);
    String changed = now();
    given().delete(place).then().statusCode(204);
    // Then each time has its own
    asOf(before).body("items", hasSize(0));
    asOf(added).body("items.titleEn", contains("Planned"));
    asOf(changed).body("items.titleEn", contains("Confirmed"));
    asOf(now()).body("items", hasSize(0));
    // And the first list was always there
    given()
        .queryParam("asOf", "2024-01-01")
        .queryParam("from", "2025-04")
        .queryParam("to", "2025-04")
        .get("/api/v1/events")
        .then()
        .body("items.id", hasItem("2025-04-02-liberation-day"));
  }

  private static ValidatableResponse asOf(String instant) {
    return given()
        .queryParam("asOf", instant)
        .queryParam("from", "2031-05")
        .queryParam("to", "2031-05")
        .get("/api/v1/events")
        .then()
        .statusCode(200);
  }

  /** The database's clock is this machine's; an instant between two changes. */
  private static String now() {
    Instant now = Instant.now();
    await().until(() -> Instant.now().isAfter(now.plusMillis(5)));
    String between = Instant.now().toString();
    await().until(() -> Instant.now().isAfter(now.plusMillis(10)));
    return between;
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("date", "2025-02-30", "endDate", "yesterday", "titleEn", " ", "kind", "war"))
        .post("/api/v1/events")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body(
            "errors.parameter",
            containsInAnyOrder("date", "endDate", "titleEn", "titleZh", "source", "kind"));
    given()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "date", "2025-02-03",
                "endDate", "2025-02-01",
                "titleEn", "a",
                "titleZh", "b",
                "kind", "talks",
                "source", "c"))
        .post("/api/v1/events")
        .then()
        .statusCode(400)
        .body("errors.parameter", containsInAnyOrder("endDate"));
    given().queryParam("from", "soon").get("/api/v1/events").then().statusCode(400);
  }
}

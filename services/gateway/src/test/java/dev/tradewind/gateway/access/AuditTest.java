package dev.tradewind.gateway.access;

import static dev.tradewind.gateway.stub.Access.key;
import static dev.tradewind.gateway.stub.Access.make;
import static dev.tradewind.gateway.stub.Access.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import dev.tradewind.gateway.route.Service;
import dev.tradewind.gateway.stub.OpenIdProvider;
import dev.tradewind.gateway.stub.StubService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OpenIdProvider.class)
class AuditTest {
  @Inject Vertx vertx;

  private String operator;

  @BeforeEach
  void anOperator() {
    operator = key("operator");
  }

  @Test
  void a_write_is_recorded_with_who_what_from_where_and_outcome() {
    try (StubService ingest = StubService.start(vertx, Service.INGEST)) {
      ingest.does(request -> request.response().setStatusCode(202).end());
      var made = make(Map.of("name", "desk", "role", "submitter"));
      String path = "/api/v1/submissions/" + UUID.randomUUID();
      with(made.path("key"))
          .header("X-Request-Id", "audit-test-1")
          .body("confidential")
          .post(path + "?secret=s3cr3t")
          .then()
          .statusCode(202);

      Response entries = awaitEnded(path);
      entries
          .then()
          .body("items", hasSize(1))
          .body("items[0].subject", equalTo("key:" + made.path("details.id")))
          .body("items[0].role", equalTo("submitter"))
          .body("items[0].via", equalTo("key"))
          .body("items[0].action", equalTo("POST"))
          .body("items[0].status", equalTo(202))
          .body("items[0].peer", equalTo("127.0.0.1"))
          .body("items[0].requestId", equalTo("audit-test-1"));
      assertThat(entries.asString()).doesNotContain("s3cr3t").doesNotContain("confidential");
    }
  }

  @Test
  void what_a_service_refuses_or_nobody_answers_is_recorded_too() {
    String path = "/api/v1/rules/" + UUID.randomUUID();
    with(operator).delete(path).then().statusCode(503);
    awaitEnded(path).then().body("items[0].status", equalTo(503));
  }

  @Test
  void refused_writes_and_bad_keys_are_recorded() {
    String path = "/api/v1/rules/" + UUID.randomUUID();
    with(key("viewer")).delete(path).then().statusCode(403);
    awaitEnded(path)
        .then()
        .body("items[0].status", equalTo(403))
        .body("items[0].role", equalTo("viewer"));

    String read = "/api/v1/regions/" + UUID.randomUUID();
    with("tw_0123456789abcdef_" + "x".repeat(43)).get(read).then().statusCode(401);
    awaitEnded(read)
        .then()
        .body("items[0].status", equalTo(401))
        .body("items[0].via", equalTo("refused"));
  }

  @Test
  void making_a_key_is_recorded_without_the_key() {
    String key = key("viewer");
    Response entries =
        with(operator).get("/api/v1/audit?path=/api/v1/keys&subject=bootstrap&limit=1000");
    entries.then().statusCode(200).body("items.size()", greaterThan(0));
    assertThat(entries.asString()).doesNotContain(key.substring(20));
  }

  @Test
  void the_log_pages_and_comes_as_a_table() {
    key("viewer");
    key("viewer");
    Response first = with(operator).get("/api/v1/audit?limit=1");
    int newest = first.path("items[0].id");
    with(operator)
        .get("/api/v1/audit?limit=1&cursor=" + first.path("next"))
        .then()
        .statusCode(200)
        .body("items[0].id", lessThan(newest));
    with(operator)
        .accept("text/csv")
        .get("/api/v1/audit?limit=5")
        .then()
        .statusCode(200)
        .body(containsString("id,at,subject,role,via,action,path"));
  }

  private Response awaitEnded(String path) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> with(operator).get("/api/v1/audit?path=" + path),
            found -> found.path("items[0].status") != null);
  }
}

package dev.tradewind.gateway.access;

import static dev.tradewind.gateway.stub.Access.key;
import static dev.tradewind.gateway.stub.Access.make;
import static dev.tradewind.gateway.stub.Access.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.tradewind.gateway.route.Service;
import dev.tradewind.gateway.stub.OpenIdProvider;
import dev.tradewind.gateway.stub.StubService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(OpenIdProvider.class)
class KeysTest {
  @Inject Vertx vertx;
  @Inject Pool pool;

  @Test
  void the_bootstrap_secret_makes_the_first_key_and_does_nothing_else() {
    make(Map.of("name", "first", "role", "operator")).then().statusCode(201);
    with(OpenIdProvider.BOOTSTRAP).get("/api/v1/keys").then().statusCode(200);
    with(OpenIdProvider.BOOTSTRAP).get("/api/v1/audit").then().statusCode(403);
    with(OpenIdProvider.BOOTSTRAP)
        .get("/api/v1/indicators")
        .then()
        .statusCode(403)
        .body("type", equalTo("https://tradewind.dev/problems/outside-of-key"));
    with(OpenIdProvider.BOOTSTRAP + "x").get("/api/v1/keys").then().statusCode(401);
  }

  @Test
  void a_key_is_shown_once_and_kept_as_a_hash() {
    // Given
    var made = make(Map.of("name", "grafana", "role", "viewer", "lifetime", "P30D"));
    made.then().statusCode(201).body("details.state", equalTo("active"));
    String key = made.path("key");
    String id = made.path("details.id");
    String secret = key.substring(key.lastIndexOf(id) + id.length() + 1);

    // When
    String operator = key("operator");
    var list = with(operator).get("/api/v1/keys?limit=1000");

    // Then
    list.then()
        .statusCode(200)
        .body("items.id", hasItem(id))
        .body(not(containsString(secret)))
        .body("items[0].createdBy", equalTo("bootstrap"));
    with(operator).get("/api/v1/keys/" + id).then().body(not(containsString(secret)));
    var row =
        pool.preparedQuery("select api_key::text as text from api_key where id = $1")
            .execute(Tuple.of(id))
            .await()
            .atMost(Duration.ofSeconds(5));
    assertThat(row.iterator().next().getString("text")).contains("grafana").doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-API-Key", "Authorization"})
  void a_key_is_taken_from_both_headers(String header) {
    String value = header.equals("X-API-Key") ? key("viewer") : "bearer " + key("viewer");
    given()
        .header(header, value)
        .get("/api/v1/me")
        .then()
        .statusCode(200)
        .body("role", equalTo("viewer"))
        .body("via", equalTo("key"));
  }

  @Test
  void a_revoked_key_is_refused_at_once_and_stays_in_the_list() {
    var made = make(Map.of("name", "lost", "role", "viewer"));
    String key = made.path("key");
    String id = made.path("details.id");
    with(key).get("/api/v1/me").then().statusCode(200);

    with(OpenIdProvider.BOOTSTRAP)
        .delete("/api/v1/keys/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("revoked"))
        .body("revokedBy", equalTo("bootstrap"));

    with(key)
        .get("/api/v1/me")
        .then()
        .statusCode(401)
        .body("type", equalTo("https://tradewind.dev/problems/bad-credentials"));
    with(OpenIdProvider.BOOTSTRAP).get("/api/v1/keys/" + id).then().statusCode(200);
  }

  @Test
  void an_expired_key_is_refused() {
    String key = make(Map.of("name", "short", "role", "viewer", "lifetime", "PT2S")).path("key");
    with(key).get("/api/v1/me").then().statusCode(200);
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> with(key).get("/api/v1/me").statusCode() == 401);
  }

  @Test
  void a_key_can_be_limited_to_collections() {
    try (StubService metrics = StubService.start(vertx, Service.METRICS)) {
      metrics.echoes();
      String key =
          make(Map.of("name", "desk", "role", "viewer", "collections", List.of("rankings")))
              .path("key");
      with(key).get("/api/v1/rankings").then().statusCode(200);
      with(key)
          .get("/api/v1/regions")
          .then()
          .statusCode(403)
          .body("detail", containsString("rankings"));
      with(key).get("/api/v1/me").then().statusCode(403);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | name",
        "{\"name\":\"a\"} | role",
        "{\"name\":\"a\",\"role\":\"root\"} | role",
        "{\"name\":\"\",\"role\":\"viewer\"} | name",
        "{\"name\":\"a\",\"role\":\"viewer\",\"lifetime\":\"P9999D\"} | lifetime",
        "{\"name\":\"a\",\"role\":\"viewer\",\"lifetime\":\"PT0S\"} | lifetime",
        "{\"name\":\"a\",\"role\":\"viewer\",\"collections\":[\"nowhere\"]} | collections",
      })
  void a_wish_that_makes_no_sense_is_refused_with_the_reason(String wish, String parameter) {
    with(OpenIdProvider.BOOTSTRAP)
        .contentType("application/json")
        .body(wish)
        .post("/api/v1/keys")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo(parameter));
  }

  @Test
  void the_service_gets_a_token_of_its_own_in_place_of_the_key() throws Exception {
    try (StubService ingest = StubService.start(vertx, Service.INGEST)) {
      ingest.echoes();
      String key = key("submitter");

      // When a key is sent, with a session's cookie beside it
      var seen =
          with(key)
              .header("Cookie", "q_session_login=x")
              .contentType("application/octet-stream")
              .body(new byte[100_000])
              .post("/api/v1/submissions");

      // Then the service sees neither, but a token that is for it alone, and the whole body
      seen.then().statusCode(200).body("body.length()", equalTo(100_000));
      assertThat(seen.asString()).doesNotContain(key).doesNotContain("q_session");
      String token = seen.<String>path("headers.authorization").substring("Bearer ".length());
      String keys = given().get("/.well-known/jwks.json").asString();
      JwtClaims claims =
          new JwtConsumerBuilder()
              .setExpectedIssuer("tradewind-gateway")
              .setExpectedAudience("ingest")
              .setRequireExpirationTime()
              .setMaxFutureValidityInMinutes(2)
              .setVerificationKeyResolver(
                  new org.jose4j.keys.resolvers.JwksVerificationKeyResolver(
                      new org.jose4j.jwk.JsonWebKeySet(keys).getJsonWebKeys()))
              .build()
              .processToClaims(token);
      assertThat(claims.getStringListClaimValue("groups"))
          .containsExactlyInAnyOrder("viewer", "submitter");
      assertThat(claims.getSubject()).startsWith("key:");
      assertThat(keys).doesNotContain("\"d\"");
    }
  }

  @Test
  void lists_page_and_come_as_tables() {
    key("viewer");
    key("viewer");
    var first = with(OpenIdProvider.BOOTSTRAP).get("/api/v1/keys?limit=1");
    String next = first.path("next");
    with(OpenIdProvider.BOOTSTRAP)
        .get("/api/v1/keys?limit=1&cursor=" + next)
        .then()
        .statusCode(200)
        .body("items[0].id", not(equalTo(first.<String>path("items[0].id"))));
    with(OpenIdProvider.BOOTSTRAP)
        .accept("text/csv")
        .get("/api/v1/keys")
        .then()
        .statusCode(200)
        .contentType(containsString("text/csv"))
        .body(containsString("id,name,role,collections,state"));
  }
}

package dev.tradewind.platform.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.platform.problem.Problem;
import dev.tradewind.testing.access.BadTokens;
import dev.tradewind.testing.access.GatewayStub;
import dev.tradewind.testing.access.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A service that is reached directly knows the gateway's tokens for it, and nothing else. */
@QuarkusTest
@WithTestResource(GatewayStub.class)
class ServiceTokensTest {
  private static final EllipticCurveJsonWebKey KEY = Tokens.key();

  GatewayStub gateway;

  @BeforeEach
  void theGatewayPublishesItsKey() {
    gateway.publishes(KEY);
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> get(Tokens.of("probe", "viewer", KEY)).extract().statusCode() == 200);
  }

  @ParameterizedTest
  @CsvSource({
    "viewer, GET, /probe/sample, 200",
    "viewer, DELETE, /probe/operated, 403",
    "submitter, GET, /probe/sample, 200",
    "submitter, DELETE, /probe/operated, 403",
    "operator, GET, /probe/sample, 200",
    "operator, DELETE, /probe/operated, 204",
    "operator, GET, /probe/forgotten, 403",
    "operator, GET, /nowhere, 404",
  })
  void aHigherRoleContainsTheLower(String role, String method, String path, int status) {
    given()
        .header("Authorization", "Bearer " + Tokens.of("probe", role, KEY))
        .request(method, path)
        .then()
        .statusCode(status);
  }

  @Test
  void aRefusalNamesTheNeededRole() {
    given()
        .header("Authorization", "Bearer " + Tokens.of("probe", "viewer", KEY))
        .delete("/probe/operated")
        .then()
        .statusCode(403)
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("https://tradewind.dev/problems/role-needed"))
        .body("detail", containsString("'operator'"));
  }

  @Test
  void theCallerIsKnownByName() {
    given()
        .header("Authorization", "Bearer " + Tokens.of("probe", "viewer", KEY))
        .get("/probe/caller")
        .then()
        .statusCode(200)
        .body(equalTo("ann"));
  }

  @Test
  void aBodyArrivesWholeAlthoughTheKeysHadToBeFetched() {
    EllipticCurveJsonWebKey next = Tokens.key();
    gateway.publishes(KEY, next);
    byte[] body = new byte[3 << 20];
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              var answer =
                  given()
                      .header("Authorization", "Bearer " + Tokens.of("probe", "submitter", next))
                      .contentType("application/octet-stream")
                      .body(body)
                      .post("/probe/length");
              return answer.statusCode() == 200
                  && answer.asString().equals(String.valueOf(body.length));
            });
  }

  static Stream<Arguments> badTokens() {
    return BadTokens.of("probe", KEY).entrySet().stream()
        .map(bad -> Arguments.of(bad.getKey(), bad.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void aTokenIsRefused(String what, String token) {
    get(token)
        .statusCode(401)
        .contentType(Problem.MEDIA_TYPE)
        .header("WWW-Authenticate", containsString("Bearer"))
        .body("type", equalTo("https://tradewind.dev/problems/bad-credentials"));
  }

  @Test
  void aRotatedKeyIsFetchedWhenATokenNamesItAndTheOldOneGoes() {
    EllipticCurveJsonWebKey next = Tokens.key();
    gateway.publishes(next);
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> get(Tokens.of("probe", "viewer", next)).extract().statusCode() == 200);
    get(Tokens.of("probe", "viewer", KEY)).statusCode(401);
  }

  @Test
  void manyForgedTokensAreNotManyRequestsToTheGateway() {
    int before = gateway.fetches();
    long began = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      get(Tokens.of("probe", "viewer", Tokens.key())).statusCode(401);
    }
    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    assertThat(gateway.fetches() - before).isLessThanOrEqualTo((int) seconds + 2);
  }

  @Test
  void knownKeysServeWhileTheGatewayIsAwayAndUnknownOnesCannotBeJudged() {
    gateway.breaks();
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> get(Tokens.of("probe", "viewer", Tokens.key())).extract().statusCode() == 503);
    get(Tokens.of("probe", "viewer", KEY)).statusCode(200);
  }

  private static ValidatableResponse get(String token) {
    return given().header("Authorization", "Bearer " + token).get("/probe/sample").then();
  }
}

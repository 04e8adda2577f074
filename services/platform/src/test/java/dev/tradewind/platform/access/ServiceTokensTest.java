package dev.tradewind.platform.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.platform.problem.Problem;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
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
        .until(() -> get(Tokens.of("viewer", KEY)).extract().statusCode() == 200);
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
        .header("Authorization", "Bearer " + Tokens.of(role, KEY))
        .request(method, path)
        .then()
        .statusCode(status);
  }

  @Test
  void aRefusalNamesTheNeededRole() {
    given()
        .header("Authorization", "Bearer " + Tokens.of("viewer", KEY))
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
        .header("Authorization", "Bearer " + Tokens.of("viewer", KEY))
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
                      .header("Authorization", "Bearer " + Tokens.of("submitter", next))
                      .contentType("application/octet-stream")
                      .body(body)
                      .post("/probe/length");
              return answer.statusCode() == 200
                  && answer.asString().equals(String.valueOf(body.length));
            });
  }

  static Stream<Arguments> badTokens() throws JoseException {
    JwtClaims expired = Tokens.claims("operator");
    expired.setExpirationTime(NumericDate.fromMilliseconds(System.currentTimeMillis() - 60_000));
    JwtClaims notYet = Tokens.claims("operator");
    notYet.setNotBeforeMinutesInThePast(-5);
    JwtClaims forEver = Tokens.claims("operator");
    forEver.unsetClaim("exp");
    JwtClaims forYears = Tokens.claims("operator");
    forYears.setExpirationTimeMinutesInTheFuture(1_000_000);
    JwtClaims otherAudience = Tokens.claims("operator");
    otherAudience.setAudience("metrics");
    JwtClaims noAudience = Tokens.claims("operator");
    noAudience.unsetClaim("aud");
    JwtClaims otherIssuer = Tokens.claims("operator");
    otherIssuer.setIssuer("https://idp.example.com");
    JwtClaims noRole = Tokens.claims("operator");
    noRole.setStringListClaim("groups", List.of("root"));
    JwtClaims nobody = Tokens.claims("operator");
    nobody.unsetClaim("sub");
    EllipticCurveJsonWebKey forger = Tokens.key();
    EllipticCurveJsonWebKey impostor = Tokens.key();
    impostor.setKeyId(KEY.getKeyId());
    String good = Tokens.of("operator", KEY);
    return Stream.of(
        Arguments.of("expired", Tokens.signed(expired, KEY)),
        Arguments.of("not valid yet", Tokens.signed(notYet, KEY)),
        Arguments.of("without an end", Tokens.signed(forEver, KEY)),
        Arguments.of("valid for years", Tokens.signed(forYears, KEY)),
        Arguments.of("for another audience", Tokens.signed(otherAudience, KEY)),
        Arguments.of("for no audience", Tokens.signed(noAudience, KEY)),
        Arguments.of("of another issuer", Tokens.signed(otherIssuer, KEY)),
        Arguments.of("with an unknown role", Tokens.signed(noRole, KEY)),
        Arguments.of("of nobody", Tokens.signed(nobody, KEY)),
        Arguments.of("signed with an unknown key", Tokens.of("operator", forger)),
        Arguments.of("signed under another's name", Tokens.of("operator", impostor)),
        Arguments.of("with changed claims", changed(good)),
        Arguments.of("without its signature", good.substring(0, good.lastIndexOf('.') + 1)),
        Arguments.of("with algorithm none", unsigned("none")),
        Arguments.of("with algorithm None", unsigned("None")),
        Arguments.of("with the public key as a shared secret", confused()),
        Arguments.of("that is no token", "tw_0123456789abcdef_x"),
        Arguments.of("that is garbage", "a.b.c"));
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
        .until(() -> get(Tokens.of("viewer", next)).extract().statusCode() == 200);
    get(Tokens.of("viewer", KEY)).statusCode(401);
  }

  @Test
  void manyForgedTokensAreNotManyRequestsToTheGateway() {
    int before = gateway.fetches();
    long began = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      get(Tokens.of("viewer", Tokens.key())).statusCode(401);
    }
    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    assertThat(gateway.fetches() - before).isLessThanOrEqualTo((int) seconds + 2);
  }

  @Test
  void knownKeysServeWhileTheGatewayIsAwayAndUnknownOnesCannotBeJudged() {
    gateway.breaks();
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> get(Tokens.of("viewer", Tokens.key())).extract().statusCode() == 503);
    get(Tokens.of("viewer", KEY)).statusCode(200);
  }

  private static ValidatableResponse get(String token) {
    return given().header("Authorization", "Bearer " + token).get("/probe/sample").then();
  }

  private static String changed(String token) {
    String[] parts = token.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    return parts[0] + "." + encoded(claims.replace("ann", "bob")) + "." + parts[2];
  }

  private static String unsigned(String algorithm) {
    String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + KEY.getKeyId() + "\"}";
    return encoded(header) + "." + encoded(Tokens.claims("operator").toJson()) + ".";
  }

  /** Signed with the public key's bytes, which everybody knows, as if they were a shared secret. */
  private static String confused() throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(Tokens.claims("operator").toJson());
    signature.setAlgorithmHeaderValue("HS256");
    signature.setKeyIdHeaderValue(KEY.getKeyId());
    signature.setKey(new HmacKey(KEY.getPublicKey().getEncoded()));
    return signature.getCompactSerialization();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

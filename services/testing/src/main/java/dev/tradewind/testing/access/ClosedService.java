package dev.tradewind.testing.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jose4j.jwk.EllipticCurveJsonWebKey;

/** A service that was reached directly must give nothing away: what every service's test checks. */
public final class ClosedService {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> ROLES = List.of("viewer", "submitter", "operator");

  private final String audience;
  private final EllipticCurveJsonWebKey key = Tokens.key();

  /** The service of that name, whose gateway is the stub. */
  public ClosedService(String audience, GatewayStub gateway) {
    this.audience = audience;
    gateway.publishes(key);
    Awaitility.await("the service has fetched the key")
        .atMost(Duration.ofSeconds(15))
        .until(() -> send("GET", "/q/openapi?format=json", token("viewer")).statusCode() == 200);
  }

  /** Its operations, from the document that it serves. */
  public List<Route> routes() {
    List<Route> routes =
        Route.of(tree(send("GET", "/q/openapi?format=json", token("viewer")).asString()));
    assertThat(routes).isNotEmpty();
    return routes;
  }

  /** Nobody gets in without a token: to no operation, no document, no address at all. */
  public void refusesStrangers() {
    for (Route route : routes()) {
      Response answer = given().request(route.method(), route.path());
      assertThat(answer.statusCode()).as(route.toString()).isEqualTo(401);
      assertThat(answer.contentType()).startsWith("application/problem+json");
      assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    }
    for (String path : List.of("/", "/q/openapi", "/q/health", "/q/dev-ui", "/nowhere")) {
      assertThat(given().get(path).statusCode()).as(path).isEqualTo(401);
    }
  }

  /** No bad token opens any operation. */
  public void refusesBadTokens() {
    Map<String, String> tokens = BadTokens.of(audience, key);
    for (Route route : routes()) {
      tokens.forEach(
          (wrong, token) ->
              assertThat(send(route, token).statusCode())
                  .as("%s with a token %s", route, wrong)
                  .isEqualTo(401));
    }
  }

  /** Every operation names its role, and refuses the roles below, saying which it needs. */
  public void refusesLowerRoles() {
    for (Route route : routes()) {
      assertThat(ROLES).as("role of %s", route).contains(route.role());
      for (String lower : ROLES.subList(0, ROLES.indexOf(route.role()))) {
        Response answer = send(route, token(lower));
        assertThat(answer.statusCode()).as("%s as %s", route, lower).isEqualTo(403);
        assertThat(tree(answer.asString()).path("detail").asText()).contains(route.role());
      }
    }
  }

  /** The role that an operation names, and those above, get past the door of every read. */
  public void admitsTheRole() {
    for (Route route : routes()) {
      if (route.method().equals("GET") && !route.path().endsWith("/stream")) {
        for (String role : ROLES.subList(ROLES.indexOf(route.role()), ROLES.size())) {
          assertThat(send("GET", route.path(), token(role)).statusCode())
              .as("%s as %s", route, role)
              .isNotIn(401, 403, 503);
        }
      }
    }
  }

  private String token(String role) {
    return Tokens.of(audience, role, key);
  }

  /** With a body of the kind that the operation takes, so that only credentials can be wrong. */
  private static Response send(Route route, String token) {
    RequestSpecification request = given().header("Authorization", "Bearer " + token);
    if (!route.takes().isEmpty()) {
      request.contentType(route.takes()).body("{}");
    }
    return request.request(route.method(), route.path());
  }

  private static Response send(String method, String path, String token) {
    return given().header("Authorization", "Bearer " + token).request(method, path);
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }
}

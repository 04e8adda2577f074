package dev.tradewind.gateway.access;

import static dev.tradewind.gateway.stub.Access.key;
import static dev.tradewind.gateway.stub.Access.make;
import static dev.tradewind.gateway.stub.Access.token;
import static dev.tradewind.gateway.stub.Access.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.gateway.stub.OpenIdProvider;
import dev.tradewind.platform.access.Role;
import dev.tradewind.testing.access.BadTokens;
import dev.tradewind.testing.access.Route;
import dev.tradewind.testing.access.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Key;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** No route of any service is forgotten: they come from the services' own documents. */
@QuarkusTest
@WithTestResource(OpenIdProvider.class)
class EveryRouteTest {
  private static final List<Route> OWN =
      List.of(
          new Route("GET", "/api/v1/keys", "operator"),
          new Route("POST", "/api/v1/keys", "operator"),
          new Route("GET", "/api/v1/keys/0", "operator"),
          new Route("DELETE", "/api/v1/keys/0", "operator"),
          new Route("GET", "/api/v1/audit", "operator"),
          new Route("GET", "/api/v1/me", "viewer"),
          new Route("GET", "/", "viewer"),
          new Route("GET", "/openapi", "viewer"),
          new Route("GET", "/openapi/ui/", "viewer"),
          new Route("POST", "/logout", "viewer"));

  OpenIdProvider provider;

  @Test
  void the_gateway_asks_for_the_role_that_the_service_documents() throws IOException {
    for (Route route : routes()) {
      assertThat(NeededRole.of(route.method(), route.path()).id())
          .as(route.toString())
          .isEqualTo(route.role());
    }
  }

  @Test
  void without_credentials_every_route_is_closed() throws IOException {
    for (Route route : routes()) {
      expect(401, route, given().request(route.method(), route.path()), "nothing");
    }
  }

  @Test
  void wrong_credentials_open_no_route() throws Exception {
    Map<String, String> wrong = wrongCredentials();
    for (Route route : routes()) {
      wrong.forEach(
          (what, sent) ->
              expect(401, route, with(sent).request(route.method(), route.path()), what));
    }
  }

  @Test
  void a_lower_role_opens_no_route_and_is_told_which_it_needs() throws IOException {
    Map<Role, String> keys = Map.of(Role.VIEWER, key("viewer"), Role.SUBMITTER, key("submitter"));
    String stranger = token(provider, "canteen");
    for (Route route : routes()) {
      Role needed = Role.of(route.role()).orElseThrow();
      keys.forEach(
          (role, key) -> {
            if (!role.contains(needed)) {
              Response answer = with(key).request(route.method(), route.path());
              expect(403, route, answer, role.id());
              assertThat(answer.<String>path("detail")).contains(needed.id());
            }
          });
      expect(403, route, with(stranger).request(route.method(), route.path()), "no role");
    }
  }

  private static void expect(int status, Route route, Response answer, String credentials) {
    assertThat(answer.statusCode()).as("%s with %s", route, credentials).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    if (status == 401) {
      assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    }
  }

  private Map<String, String> wrongCredentials() throws Exception {
    Map<String, String> wrong = new LinkedHashMap<>();
    var revoked = make(Map.of("name", "revoked", "role", "operator"));
    with(OpenIdProvider.BOOTSTRAP).delete("/api/v1/keys/" + revoked.path("details.id"));
    String good = key("operator");
    wrong.put("a revoked key", revoked.path("key"));
    wrong.put("an unknown key", "tw_0123456789abcdef_" + "x".repeat(43));
    wrong.put("a key with another's secret", good.substring(0, 20) + "x".repeat(43));
    wrong.put("a key's public part", good.substring(0, 19));
    wrong.put("an expired token", token(provider, "tradewind", -120, ""));
    wrong.put("a token of another audience", token(provider, "another", 300, ""));
    wrong.put("a token of another issuer", token(provider, "tradewind", 300, "https://evil.test"));
    String token = token(provider, "trade-admins");
    wrong.put("a token without its signature", token.substring(0, token.lastIndexOf('.') + 1));
    wrong.put("a token with algorithm none", unsigned(token));
    wrong.put("a token with the public key as a secret", confused(token));
    // What the gateway itself issues is for services, and never comes from outside.
    wrong.put("a token like the gateway's", Tokens.of("metrics", "operator", Tokens.key()));
    BadTokens.of("tradewind", Tokens.key()).forEach((what, bad) -> wrong.put("one " + what, bad));
    return wrong;
  }

  private static String unsigned(String token) {
    return encoded("{\"alg\":\"none\"}") + "." + token.split("\\.")[1] + ".";
  }

  private String confused(String token) throws JoseException {
    String published = given().get(provider.address() + "/oauth2/jwks").asString();
    JsonWebKey key = new JsonWebKeySet(published).getJsonWebKeys().get(0);
    Key secret = new HmacKey(key.getKey().getEncoded());
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    signature.setAlgorithmHeaderValue("HS256");
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setKey(secret);
    return signature.getCompactSerialization();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Route> routes() throws IOException {
    List<Route> routes = new ArrayList<>(OWN);
    for (String service : Arrays.asList("ingest", "metrics", "alerts")) {
      Path document = Path.of("..", service, "target", "openapi", "openapi.json");
      List<Route> found = Route.of(new ObjectMapper().readTree(document.toFile()));
      assertThat(found).as(service).isNotEmpty();
      routes.addAll(found);
    }
    return routes;
  }
}

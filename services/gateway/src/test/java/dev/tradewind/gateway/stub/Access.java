package dev.tradewind.gateway.stub;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Keys and tokens for the closed gateway. */
public final class Access {
  private Access() {}

  /** Makes a key, with the bootstrap secret; the answer holds key and details. */
  public static Response make(Map<String, ?> wish) {
    return with(OpenIdProvider.BOOTSTRAP)
        .contentType("application/json")
        .body(wish)
        .post("/api/v1/keys");
  }

  /** A new key of that role. */
  public static String key(String role) {
    return make(Map.of("name", "test", "role", role)).path("key");
  }

  /** A request with that key or token. */
  public static RequestSpecification with(String credentials) {
    return given().header("Authorization", "Bearer " + credentials);
  }

  /** An access token of a program of that group, by the client credentials grant. */
  public static String token(OpenIdProvider provider, String group) {
    return given()
        .auth()
        .preemptive()
        .basic(group, OpenIdProvider.secretOf(group))
        .formParam("grant_type", "client_credentials")
        .post(provider.address() + "/oauth2/token")
        .path("access_token");
  }

  /** A token that the provider signs, but for that audience, or in the past. */
  public static String token(
      OpenIdProvider provider, String audience, long lifetimeSeconds, String issuer) {
    return given()
        .formParam("audience", audience)
        .formParam("group", "trade-admins")
        .formParam("lifetimeSeconds", lifetimeSeconds)
        .formParam("issuedBy", issuer)
        .post(provider.address() + "/control/token")
        .asString();
  }
}

package dev.tradewind.gateway.access;

import static dev.tradewind.gateway.stub.Access.token;
import static dev.tradewind.gateway.stub.Access.with;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.gateway.stub.OpenIdProvider;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that an OpenID provider vouches for. */
@QuarkusTest
@WithTestResource(OpenIdProvider.class)
class ProviderTest {
  OpenIdProvider provider;

  @ParameterizedTest
  @CsvSource({"analysts, viewer", "customs-desk, submitter", "trade-admins, operator"})
  void the_providers_groups_become_our_roles(String group, String role) {
    with(token(provider, group))
        .get("/api/v1/me")
        .then()
        .statusCode(200)
        .body("role", equalTo(role))
        .body("via", equalTo("token"))
        .body("subject", containsString(group));
  }

  @Test
  void a_group_without_a_role_is_told_so() {
    with(token(provider, "canteen"))
        .get("/api/v1/me")
        .then()
        .statusCode(403)
        .body("type", equalTo("https://tradewind.dev/problems/role-needed"));
  }

  @Test
  void tokens_signed_with_a_rotated_key_are_accepted_soon() {
    with(token(provider, "analysts")).get("/api/v1/me").then().statusCode(200);
    given().post(provider.address() + "/control/rotate").then().statusCode(200);
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> with(token(provider, "analysts")).get("/api/v1/me").statusCode() == 200);
  }
}

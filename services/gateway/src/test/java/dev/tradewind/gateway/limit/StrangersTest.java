package dev.tradewind.gateway.limit;

import static dev.tradewind.gateway.stub.Access.key;
import static dev.tradewind.gateway.stub.Access.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import dev.tradewind.gateway.stub.OpenIdProvider;
import dev.tradewind.gateway.stub.RawClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is not known is counted by address, here 3,000 requests in 100 seconds. */
@QuarkusTest
@WithTestResource(OpenIdProvider.class)
class StrangersTest {
  /** Sends it until the answer is not the usual one any more; that answer. */
  private static String until429(String from, String head, int usual) throws IOException {
    try (RawClient client = new RawClient(RestAssured.port, from)) {
      for (int i = 0; i < 4_000; i++) {
        client.send(head);
        String answer = client.readUntil("\r\n\r\n");
        if (!answer.startsWith("HTTP/1.1 " + usual)) {
          return answer + client.readUntil("}");
        }
        if (!answer.toLowerCase(java.util.Locale.ROOT).contains("content-length: 0")) {
          client.readUntil("}");
        }
      }
    }
    return "no end";
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.31, GET /api/v1/keys, X-Nothing: 1",
    "127.0.0.32, GET /api/v1/indicators, Authorization: Bearer tw_guess_0123456789",
    "127.0.0.33, POST /api/v1/submissions, X-API-Key: tw_guess_0123456789"
  })
  void who_has_no_good_credentials_is_told_when_to_come_back(
      String from, String request, String header) throws IOException {
    String answer = until429(from, RawClient.head(request, header, "Content-Length: 0"), 401);

    assertThat(answer)
        .startsWith("HTTP/1.1 429")
        .containsIgnoringCase("Retry-After: 1\r\n")
        .containsIgnoringCase("RateLimit-Policy: \"requests\";q=3000;w=100\r\n")
        .containsIgnoringCase("application/problem+json")
        .contains("too-many-requests");
  }

  @Test
  void who_has_good_ones_is_answered_even_at_the_address_of_a_stranger() throws IOException {
    String key = key("viewer");
    String from = "127.0.0.34";
    until429(from, RawClient.head("GET /api/v1/keys"), 401);

    try (RawClient client = new RawClient(RestAssured.port, from)) {
      client.send(RawClient.head("GET /api/v1/me", "X-API-Key: " + key, "Connection: close"));
      assertThat(client.rest()).startsWith("HTTP/1.1 200");
    }
    try (RawClient other = new RawClient(RestAssured.port, "127.0.0.35")) {
      other.send(RawClient.head("GET /api/v1/keys", "Connection: close"));
      assertThat(other.rest()).startsWith("HTTP/1.1 401");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/keys", "/api/v1/audit", "/api/v1/me"})
  void our_own_resources_count_like_any_other(String path) {
    with(key("operator"))
        .get(path)
        .then()
        .statusCode(200)
        .header("RateLimit-Policy", startsWith("\"requests\";q=1000000;w="));
  }

  @Test
  void the_end_of_a_sign_in_is_counted_before_the_provider_is_asked() throws IOException {
    String from = "127.0.0.36";
    until429(from, RawClient.head("GET /api/v1/keys"), 401);

    try (RawClient client = new RawClient(RestAssured.port, from)) {
      client.send(
          RawClient.head("GET /login/callback?code=guess&state=guess", "Connection: close"));
      assertThat(client.rest()).startsWith("HTTP/1.1 429").contains("too-many-requests");
    }
  }
}

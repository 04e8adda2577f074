package dev.tradewind.gateway.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.gateway.stub.OpenIdProvider;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OpenIdProvider.class)
class SigningKeysTest {
  @Inject SigningKeyRepository repository;
  @Inject Pool pool;

  @Test
  void an_old_key_is_followed_by_one_new_one_and_stays_published_for_a_while() {
    // Given a key that has served its time
    sql("delete from signing_key");
    String old = published().get(0);
    sql("update signing_key set created_at = now() - interval '8 days'");

    // When several replicas notice at once
    List<Uni<List<SigningKey>>> replicas =
        IntStream.range(0, 5).mapToObj(i -> repository.current()).toList();
    Uni.join().all(replicas).andFailFast().await().atMost(Duration.ofSeconds(10));

    // Then one new key signs, and tokens of the old one can still be verified
    List<String> both = published();
    assertThat(both).hasSize(2).contains(old);
    assertThat(both.get(0)).isNotEqualTo(old);

    // And when the last of those has expired everywhere, the old one is gone, long before the next
    sql("update signing_key set created_at = created_at - interval '3 minutes'");
    assertThat(published()).hasSize(2);
    sql("update signing_key set created_at = created_at - interval '4 minutes'");
    assertThat(published()).containsExactly(both.get(0));
  }

  @Test
  void private_keys_never_leave_the_gateway_in_clear() {
    published();
    String rows =
        pool.query("select string_agg(encode(private_key, 'hex'), ' ') as text from signing_key")
            .execute()
            .await()
            .atMost(Duration.ofSeconds(5))
            .iterator()
            .next()
            .getString("text");
    // A PKCS#8 structure on curve P-256 names the curve.
    assertThat(rows).isNotEmpty().doesNotContain("2a8648ce3d030107");
    assertThat(given().get("/.well-known/jwks.json").asString()).doesNotContain("\"d\":");
  }

  private static List<String> published() {
    return given().get("/.well-known/jwks.json").then().statusCode(200).extract().path("keys.kid");
  }

  private void sql(String statement) {
    pool.query(statement).execute().await().atMost(Duration.ofSeconds(5));
  }
}

package dev.tradewind.gateway.token;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;

/** Publishes the public keys, to everybody: services fetch them before they know anybody. */
@Singleton
public class KeySetRoute {
  /** Where they are. */
  public static final String PATH = "/.well-known/jwks.json";

  private final SigningKeys keys;

  KeySetRoute(SigningKeys keys) {
    this.keys = keys;
  }

  void register(@Observes Router router) {
    router.get(PATH).handler(this::answer);
  }

  private void answer(RoutingContext context) {
    keys.latest().subscribe().with(read -> send(context, read), context::fail);
  }

  private static void send(RoutingContext context, List<SigningKey> read) {
    JsonWebKeySet set = new JsonWebKeySet(read.stream().map(SigningKey::published).toList());
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/jwk-set+json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .end(set.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
  }
}

package dev.tradewind.testing.access;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jspecify.annotations.Nullable;

/**
 * Closes the service under test to everybody but bearers of the gateway's tokens, and publishes
 * keys as the gateway does. Tests get it into a field of this type.
 */
public final class GatewayStub implements QuarkusTestResourceLifecycleManager {
  private final AtomicInteger fetches = new AtomicInteger();
  private volatile List<EllipticCurveJsonWebKey> keys = List.of();
  private volatile boolean broken;
  private @Nullable HttpServer server;

  @Override
  public Map<String, String> start() {
    HttpServer started = listen();
    started.createContext(
        "/keys",
        exchange -> {
          fetches.incrementAndGet();
          byte[] body =
              new JsonWebKeySet(keys)
                  .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(broken ? 500 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    started.start();
    server = started;
    return Map.of(
        "tradewind.access.anonymous",
        "none",
        "tradewind.access.token.keys",
        "http://127.0.0.1:" + started.getAddress().getPort() + "/keys");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(GatewayStub.class));
  }

  /** From now on it publishes these. */
  public void publishes(EllipticCurveJsonWebKey... published) {
    keys = List.of(published);
    broken = false;
  }

  /** From now on it fails. */
  public void breaks() {
    broken = true;
  }

  /** How often it was asked. */
  public int fetches() {
    return fetches.get();
  }

  @Override
  public void stop() {
    requireNonNull(server).stop(0);
  }

  private static HttpServer listen() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

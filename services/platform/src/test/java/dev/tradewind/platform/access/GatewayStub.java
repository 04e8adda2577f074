package dev.tradewind.platform.access;

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

/** Publishes keys as the gateway does; tests reach it by injection and change the keys. */
public class GatewayStub implements QuarkusTestResourceLifecycleManager {
  private final AtomicInteger fetches = new AtomicInteger();
  private volatile List<EllipticCurveJsonWebKey> keys = List.of();
  private volatile boolean broken;
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
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
    server.start();
    return Map.of(
        "tradewind.access.token.keys",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(GatewayStub.class));
  }

  /** From now on it publishes these. */
  void publishes(EllipticCurveJsonWebKey... published) {
    keys = List.of(published);
    broken = false;
  }

  /** From now on it fails. */
  void breaks() {
    broken = true;
  }

  /** How often it was asked. */
  int fetches() {
    return fetches.get();
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}

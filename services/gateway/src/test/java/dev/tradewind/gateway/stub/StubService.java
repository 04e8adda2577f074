package dev.tradewind.gateway.stub;

import dev.tradewind.gateway.route.Service;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** A stand-in for a service; unless told otherwise it answers with what it was asked. */
public final class StubService implements AutoCloseable {
  private final Service service;
  private final HttpServer server;
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Handler<HttpServerRequest> behaviour;

  private StubService(Vertx vertx, Service service) {
    this.service = service;
    this.behaviour = this::echo;
    // The first of several; nobody listens at the others.
    URI address =
        ConfigProvider.getConfig()
            .getValues("tradewind.upstream." + service.id(), URI.class)
            .get(0);
    this.server =
        vertx
            .createHttpServer()
            .connectionHandler(
                connection -> {
                  connections.incrementAndGet();
                  connection.closeHandler(closed -> connections.decrementAndGet());
                })
            .requestHandler(request -> behaviour.handle(request));
    wait(server.listen(address.getPort(), address.getHost()));
  }

  /** Listens where the gateway expects that service. */
  public static StubService start(Vertx vertx, Service service) {
    return new StubService(vertx, service);
  }

  /** From now on it does this with a request. */
  public void does(Handler<HttpServerRequest> other) {
    behaviour = other;
  }

  /** How many connections the gateway has to it, in use or not. */
  public int connections() {
    return connections.get();
  }

  /** From now on it answers with what it was asked, as JSON. */
  public void echoes() {
    behaviour = this::echo;
  }

  private void echo(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              JsonObject headers = new JsonObject();
              request
                  .headers()
                  .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
              JsonObject seen =
                  new JsonObject()
                      .put("service", service.id())
                      .put("method", request.method().name())
                      .put("uri", request.uri())
                      .put("headers", headers)
                      .put("body", body.toString());
              request.response().putHeader("Content-Type", "application/json").end(seen.toBuffer());
            });
  }

  @Override
  public void close() {
    wait(server.close());
  }

  private static void wait(Future<?> future) {
    try {
      future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the stand-in does not start or stop", e);
    }
  }
}

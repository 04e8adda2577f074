package dev.tradewind.gateway.edge;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** Hands the server's bounds to its connections. */
@Singleton
class StrictServer implements HttpServerOptionsCustomizer {
  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    StrictConnections.configure(options);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    StrictConnections.configure(options);
  }
}

package dev.tradewind.benchmarks.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;

/**
 * Answers every request with the same JSON, in a process of its own: what the HTTP server below
 * every service can do at best. With an ETag it also stands in for metrics.
 */
final class BareEndpoint {
  private static final String TAG = "\"1-7\"";

  private BareEndpoint() {}

  /** Arguments: the port and the size of the answer in bytes. */
  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[0]);
    Buffer answer =
        Buffer.buffer("{\"items\":\"" + "x".repeat(Integer.parseInt(arguments[1])) + "\"}");
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));
    vertx
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
        .requestHandler(
            request -> {
              var response = request.response().putHeader("ETag", TAG);
              if (TAG.equals(request.getHeader("If-None-Match"))) {
                response.setStatusCode(304).end();
              } else {
                response.putHeader("Content-Type", "application/json").end(answer);
              }
            })
        .listen()
        .onFailure(failure -> System.exit(1));
  }
}

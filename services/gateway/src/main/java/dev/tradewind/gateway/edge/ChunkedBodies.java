package dev.tradewind.gateway.edge;

import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * A chunked body is the last thing that is read from its connection.
 *
 * <p>The server drops a {@code Content-Length} that comes beside {@code Transfer-Encoding} before
 * anybody can see it. Another reader before us may have believed it, and then what we would take
 * for the next request is what somebody hid in the body of this one (RFC 9112, 6.1 and 11.2).
 */
final class ChunkedBodies {
  private static final String CHUNKED = "chunked";

  private static final AttributeKey<Boolean> SPENT = AttributeKey.valueOf("tradewind.spent");

  private ChunkedBodies() {}

  /** Whether the body's end can be found in more than one way, or in none that we know. */
  static boolean isAmbiguous(HttpServerRequest request) {
    List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    return !encodings.isEmpty()
        && (encodings.size() > 1 || !CHUNKED.equalsIgnoreCase(encodings.get(0).strip()));
  }

  /** False if the request must not be looked at; its connection is closed then. */
  static boolean mayBeRead(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!(request.connection() instanceof ConnectionBase connection)) {
      return true;
    }
    var spent = connection.channel().attr(SPENT);
    if (spent.get() != null) {
      connection.close();
      return false;
    }
    if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      spent.set(true);
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      context.addEndHandler(end -> context.vertx().runOnContext(later -> close(request)));
    }
    return true;
  }

  /** If the body was not read, whoever answered without it sees to that. */
  private static void close(HttpServerRequest request) {
    if (request.isEnded()) {
      request.connection().close();
    }
  }
}

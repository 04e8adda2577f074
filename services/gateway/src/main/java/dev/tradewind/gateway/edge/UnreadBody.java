package dev.tradewind.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * The rest of a body that was answered before it ended.
 *
 * <p>Closing at once would reset the connection, and the client, still sending, would lose the
 * answer. So a little more is read and thrown away, in bytes and in time: enough for a client that
 * looks at answers while it sends, not enough to be made to swallow gigabytes.
 */
public final class UnreadBody {
  private static final long MOST = 16L << 20;
  private static final long LONGEST_MILLIS = 2_000;

  private UnreadBody() {}

  /** Whether a body is still on its way, so that its connection cannot be used again. */
  public static boolean isOf(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    boolean announced =
        request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
            || (length != null && !length.equals("0"));
    return announced && !request.isEnded();
  }

  /** Reads and drops the rest for a moment, then closes the connection. */
  public static void discard(HttpServerRequest request) {
    if (request.isEnded()) {
      request.connection().close();
      return;
    }
    long[] dropped = {0};
    request.handler(
        buffer -> {
          dropped[0] += buffer.length();
          if (dropped[0] > MOST) {
            request.connection().close();
          }
        });
    Vertx.currentContext().owner().setTimer(LONGEST_MILLIS, fired -> request.connection().close());
    request.endHandler(end -> request.connection().close());
    request.exceptionHandler(gone -> request.connection().close());
    request.resume();
  }
}

package dev.tradewind.metrics.bulk;

import dev.tradewind.metrics.MetricsConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * An answer that its client must read within bounds. Writing waits until the client reads, and a
 * client that is gone ends it; one that merely stops reading would be waited for as long as its
 * connection lasts, so the connection is ended then.
 */
final class BoundedStream {
  private static final Logger LOG = Logger.getLogger(BoundedStream.class);

  /** RFC 9113, 7: the stream is no longer needed. */
  private static final long CANCEL = 8;

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final OutputStream output;
  private final Duration stall;
  private final long end;

  BoundedStream(
      Vertx vertx, HttpServerRequest request, OutputStream output, MetricsConfig.Bulk bounds) {
    this.vertx = vertx;
    this.request = request;
    this.output = output;
    this.stall = bounds.stall();
    this.end = System.nanoTime() + bounds.longest().toNanos();
  }

  /**
   * Writes that.
   *
   * @throws IOException if the client is gone, or takes too long
   */
  void write(byte[] bytes) throws IOException {
    bounded(() -> output.write(bytes));
  }

  /** Waits until the client has taken all but what the connection holds. */
  void flush() throws IOException {
    bounded(output::flush);
  }

  /** Whether anything was sent; until then the answer can still be a problem. */
  boolean begun() {
    return request.response().headWritten();
  }

  private void bounded(Writing writing) throws IOException {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    Duration patience = left.compareTo(stall) < 0 ? left : stall;
    // A timer of less than a millisecond is none.
    long timer = vertx.setTimer(Math.max(1, patience.toMillis()), late -> giveUp());
    try {
      writing.run();
    } finally {
      vertx.cancelTimer(timer);
    }
  }

  private void giveUp() {
    LOG.info("A client does not read the facts that it asked for; its stream is broken off.");
    breakOff();
  }

  /**
   * Ends what was begun so that the client sees it is not all: a stream of HTTP/2 is reset, an
   * older connection is closed without the last chunk. It is closed below Vert.x, whose own closing
   * waits until the client has read what is on its way.
   */
  void breakOff() {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset(CANCEL);
    } else if (request.connection() instanceof ConnectionBase connection) {
      var unused = connection.channelHandlerContext().close();
    }
  }

  private interface Writing {
    void run() throws IOException;
  }
}

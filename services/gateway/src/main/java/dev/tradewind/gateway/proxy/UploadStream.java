package dev.tradewind.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request's body on its way: counted, bounded, and watched for standstill. Nothing is kept. */
final class UploadStream implements ReadStream<Buffer> {
  private final HttpServerRequest source;
  private final long limit;
  private final Runnable onTooLarge;
  private long received;
  private long lastMoved = System.nanoTime();
  private boolean paused;

  UploadStream(HttpServerRequest source, long limit, Runnable onTooLarge) {
    this.source = source;
    this.limit = limit;
    this.onTooLarge = onTooLarge;
  }

  /** How long no byte has moved. */
  long idleNanos() {
    return System.nanoTime() - lastMoved;
  }

  /** Whether it is the client that keeps us waiting: more is to come and we would take it. */
  boolean waitsForClient() {
    return !source.isEnded() && !paused;
  }

  @Override
  public UploadStream handler(@Nullable Handler<Buffer> handler) {
    source.handler(handler == null ? null : buffer -> pass(buffer, handler));
    return this;
  }

  private void pass(Buffer buffer, Handler<Buffer> handler) {
    lastMoved = System.nanoTime();
    boolean fitted = received <= limit;
    received += buffer.length();
    if (received <= limit) {
      handler.handle(buffer);
    } else if (fitted) {
      onTooLarge.run();
    }
  }

  @Override
  public UploadStream exceptionHandler(@Nullable Handler<Throwable> handler) {
    source.exceptionHandler(handler);
    return this;
  }

  @Override
  public UploadStream endHandler(@Nullable Handler<Void> handler) {
    source.endHandler(
        handler == null
            ? null
            : end -> {
              lastMoved = System.nanoTime();
              handler.handle(null);
            });
    return this;
  }

  @Override
  public UploadStream pause() {
    paused = true;
    source.pause();
    return this;
  }

  @Override
  public UploadStream resume() {
    paused = false;
    source.resume();
    return this;
  }

  @Override
  public UploadStream fetch(long amount) {
    source.fetch(amount);
    return this;
  }
}

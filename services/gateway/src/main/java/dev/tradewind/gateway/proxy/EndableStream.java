package dev.tradewind.gateway.proxy;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** An answer's body that can be ended before its source ends. Lives on one event loop. */
final class EndableStream extends PassingStream {
  private final Context context;
  private final Runnable onEnded;
  private @Nullable Handler<Void> endHandler;
  private boolean over;

  /**
   * @param onEnded what to do with the source when it is not needed any more
   */
  EndableStream(ReadStream<Buffer> source, Context context, Runnable onEnded) {
    super(source);
    this.context = context;
    this.onEnded = onEnded;
  }

  /** Ends it, from any thread. */
  void end() {
    context.runOnContext(
        now -> {
          if (over || endHandler == null) {
            return;
          }
          over = true;
          Handler<Void> last = endHandler;
          source().handler(null);
          source().exceptionHandler(null);
          source().endHandler(null);
          last.handle(null);
          onEnded.run();
        });
  }

  @Override
  public EndableStream endHandler(@Nullable Handler<Void> handler) {
    if (handler != null) {
      endHandler = handler;
    }
    super.endHandler(handler);
    return this;
  }
}

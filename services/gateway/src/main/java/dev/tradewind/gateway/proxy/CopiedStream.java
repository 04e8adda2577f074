package dev.tradewind.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An answer's body of which a copy is made on its way, unless it turns out too long. */
final class CopiedStream extends PassingStream {
  private final long room;
  private final Consumer<Buffer> onWhole;
  private @Nullable Buffer copy = Buffer.buffer();

  CopiedStream(ReadStream<Buffer> source, long room, Consumer<Buffer> onWhole) {
    super(source);
    this.room = room;
    this.onWhole = onWhole;
  }

  @Override
  public CopiedStream handler(@Nullable Handler<Buffer> handler) {
    super.handler(
        handler == null
            ? null
            : buffer -> {
              note(buffer);
              handler.handle(buffer);
            });
    return this;
  }

  private void note(Buffer buffer) {
    if (copy != null) {
      copy = copy.length() + buffer.length() <= room ? copy.appendBuffer(buffer) : null;
    }
  }

  @Override
  public CopiedStream endHandler(@Nullable Handler<Void> handler) {
    super.endHandler(
        handler == null
            ? null
            : end -> {
              if (copy != null) {
                onWhole.accept(copy);
              }
              handler.handle(null);
            });
    return this;
  }
}

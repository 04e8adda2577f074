package dev.tradewind.gateway.edge;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.VertxHandler;
import org.jspecify.annotations.Nullable;

/**
 * Prepares every new connection, before its first byte is read: what cannot be read as a request
 * ends as a problem, and a request with two lengths cannot be read.
 *
 * <p>Vert.x takes a handler for such requests only before a server listens, and Quarkus does not
 * give its server away before that. Netty calls this for every connection, if it was told to look
 * for extensions before anything opened a connection.
 */
@RegisterForReflection
public final class StrictConnections extends ChannelInitializerExtension {
  private static volatile @Nullable HttpServerOptions options;

  /** Netty makes it. */
  public StrictConnections() {}

  /** To be called before anything else. */
  public static void enable() {
    System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
  }

  /** The bounds of request lines and headers. */
  static void configure(HttpServerOptions configured) {
    options = configured;
  }

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    channel.pipeline().addFirst(new BeforeTheFirstByte());
  }

  /** Until the first bytes come Vert.x has not put its own handlers in place. */
  private static final class BeforeTheFirstByte extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      VertxHandler<?> vertx = context.pipeline().get(VertxHandler.class);
      if (vertx != null) {
        if (vertx.getConnection() instanceof HttpServerConnection connection) {
          connection.invalidRequestHandler(UnreadableRequest::answer);
        }
        HttpServerOptions bounds = options;
        if (bounds != null && context.pipeline().get(VertxHttpRequestDecoder.class) != null) {
          context
              .pipeline()
              .replace(VertxHttpRequestDecoder.class, "httpDecoder", new StrictDecoder(bounds));
        }
        context.pipeline().remove(this);
      }
      context.fireChannelRead(bytes);
    }
  }
}

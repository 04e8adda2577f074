package dev.tradewind.gateway.proxy;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import io.vertx.ext.web.RoutingContext;

/**
 * A request whose answer, when it must break off, ends by closing the connection.
 *
 * <p>The server's own reset closes it too, but tells nobody who waits for the answer's end: the
 * request would count as under way for ever, and a shutdown would wait for it in vain.
 */
final class ClosingRequest extends HttpServerRequestWrapper {
  private final HttpServerResponse response;
  private final RoutingContext routing;

  ClosingRequest(RoutingContext routing) {
    super((HttpServerRequestInternal) routing.request());
    this.routing = routing;
    this.response = new ClosingResponse(routing.request());
  }

  /** What was found out about the request on its way here. */
  RoutingContext routing() {
    return routing;
  }

  @Override
  public HttpServerResponse response() {
    return response;
  }

  private static final class ClosingResponse extends AbstractResponseWrapper {
    private final HttpServerRequest request;

    ClosingResponse(HttpServerRequest request) {
      super(request.response());
      this.request = request;
    }

    @Override
    public boolean reset() {
      return reset(0);
    }

    @Override
    public boolean reset(long code) {
      if (ended() || closed()) {
        return false;
      }
      request.connection().close();
      return true;
    }
  }
}

package dev.tradewind.gateway.proxy;

import dev.tradewind.gateway.edge.ProblemAnswer;
import dev.tradewind.gateway.route.RouteTable;
import dev.tradewind.gateway.route.Service;
import dev.tradewind.platform.problem.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends every request under {@code /api/v1} to the service that owns it. */
@Singleton
class ProxyRoutes {
  private final Map<Service, HttpProxy> proxies = new EnumMap<>(Service.class);
  private final long uploadLimit;
  private final ProblemAnswer problems;

  ProxyRoutes(Vertx vertx, UpstreamConfig upstreams, ProxyConfig config, ProblemAnswer problems) {
    this.uploadLimit = config.uploadLimit().asLongValue();
    this.problems = problems;
    for (Service service : Service.values()) {
      Upstream upstream = Upstream.of(service, upstreams.of(service));
      proxies.put(service, proxy(vertx, upstream, config, problems));
    }
  }

  void register(@Observes Router router) {
    router.route(RouteTable.API + "*").handler(this::forward);
  }

  private static HttpProxy proxy(
      Vertx vertx, Upstream upstream, ProxyConfig config, ProblemAnswer problems) {
    Passage passage = new Passage(vertx, upstream, config, problems);
    // A client of its own, so that a service that hangs cannot use up the others' connections.
    var client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(config.connections())
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout(30));
    return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(passage::connect)
        .addInterceptor(passage);
  }

  private void forward(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (RouteTable.isOwn(request.path())) {
      context.next();
      return;
    }
    Service owner = RouteTable.ownerOf(request.path()).orElse(null);
    Problem objection = objection(request, owner);
    if (owner == null || objection != null) {
      problems.send(request, objection == null ? ProxyProblems.noSuchRoute() : objection);
      return;
    }
    HttpProxy proxy = proxies.get(owner);
    if (proxy == null) {
      throw new IllegalStateException("no proxy for " + owner);
    }
    proxy.handle(new ClosingRequest(request));
  }

  private @Nullable Problem objection(HttpServerRequest request, @Nullable Service owner) {
    if (owner == null) {
      return ProxyProblems.noSuchRoute();
    }
    if (request.authority() == null) {
      return ProxyProblems.noHost();
    }
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    // Netty has refused what is not a number; nineteen digits and more are too many anyway.
    if (length != null && (length.length() > 18 || Long.parseLong(length) > uploadLimit)) {
      return ProxyProblems.tooLarge(uploadLimit);
    }
    return null;
  }
}

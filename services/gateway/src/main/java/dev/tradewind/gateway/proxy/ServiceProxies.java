package dev.tradewind.gateway.proxy;

import dev.tradewind.gateway.cache.SharedAnswers;
import dev.tradewind.gateway.edge.ProblemAnswer;
import dev.tradewind.gateway.route.RouteTable;
import dev.tradewind.gateway.route.Service;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** One proxy for each service, so that one that hangs cannot use up the others' connections. */
@Singleton
class ServiceProxies {
  private final Map<Service, HttpProxy> proxies = new EnumMap<>(Service.class);

  ServiceProxies(
      Vertx vertx,
      UpstreamConfig upstreams,
      ProxyConfig config,
      SharedAnswers answers,
      EventStreams events,
      ProblemAnswer problems,
      MeterRegistry meters) {
    for (String collection : config.answerTimeouts().keySet()) {
      if (!RouteTable.collections().contains(collection)) {
        throw new IllegalArgumentException(
            "tradewind.gateway.answer-timeouts." + collection + " names no collection of the API");
      }
    }
    for (Service service : Service.values()) {
      ServiceWay way = new ServiceWay(vertx, service, upstreams, config, meters);
      Passage passage = new Passage(vertx, way, config, problems, events);
      HttpProxy proxy = proxy(vertx, config).origin(passage::connect);
      if (answers.isEnabled() && service == Service.METRICS) {
        // The outer one, so that it sees what the service said before anything else is done to it.
        proxy.addInterceptor(new SharingPassage(answers));
      }
      proxies.put(service, proxy.addInterceptor(passage));
    }
  }

  HttpProxy of(Service service) {
    HttpProxy proxy = proxies.get(service);
    if (proxy == null) {
      throw new IllegalStateException("no proxy for " + service);
    }
    return proxy;
  }

  private static HttpProxy proxy(Vertx vertx, ProxyConfig config) {
    var client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(config.connections())
                .setMaxWaitQueueSize(config.connections())
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout(30));
    return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client);
  }
}

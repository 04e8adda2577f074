package dev.tradewind.gateway.proxy;

import dev.tradewind.gateway.route.RouteTable;
import dev.tradewind.gateway.route.Service;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * How a request gets to a service: to the replica whose turn it is, once more where that harms
 * nobody, and not at all while the service rests.
 */
final class ServiceWay {
  private static final Logger LOG = Logger.getLogger(ServiceWay.class);

  private final Vertx vertx;
  private final Service service;
  private final Replicas replicas;
  private final RetryBudget budget;
  private final ServiceBreaker breaker;
  private final Duration connectTimeout;
  private final Duration answerTimeout;
  private final Map<String, Duration> answerTimeouts;

  ServiceWay(
      Vertx vertx,
      Service service,
      UpstreamConfig upstreams,
      ProxyConfig config,
      MeterRegistry meters) {
    this.vertx = vertx;
    this.service = service;
    this.replicas = Replicas.of(service, upstreams.of(service), upstreams.passedOver());
    this.budget = new RetryBudget(config.retry().budget(), config.retry().burst());
    this.breaker = new ServiceBreaker(service, config.breaker(), meters);
    this.connectTimeout = config.connectTimeout();
    this.answerTimeout = config.answerTimeout();
    this.answerTimeouts = config.answerTimeouts();
  }

  Service service() {
    return service;
  }

  /** How long nothing may move before an answer from that path begins. */
  Duration patience(String path) {
    return RouteTable.collectionOf(path)
        .map(collection -> answerTimeouts.getOrDefault(collection, answerTimeout))
        .orElse(answerTimeout);
  }

  long secondsOfRest() {
    return breaker.secondsLeft();
  }

  /** The answer's head, or why there is none. */
  Future<ProxyResponse> send(ProxyContext context, Exchange exchange) {
    return breaker.send(
        vertx.getOrCreateContext(),
        () ->
            sendPerhapsTwice(context, exchange)
                .recover(failure -> judged(context, exchange, failure)));
  }

  /** A connection to a replica. Nothing was sent if there is none, so the next one is tried. */
  Future<HttpClientRequest> connect(ProxyContext context, Exchange exchange) {
    return connect(context, exchange, replicas.count());
  }

  private Future<HttpClientRequest> connect(ProxyContext context, Exchange exchange, int left) {
    Upstream upstream = replicas.next();
    return context
        .client()
        .request(upstream.request(connectTimeout))
        .onSuccess(
            request -> {
              exchange.sentBy(request, upstream);
              context.request().setAuthority(upstream.authority());
            })
        .recover(
            failure -> {
              replicas.unreachable(upstream);
              return left > 1 && !exchange.isStopped()
                  ? connect(context, exchange, left - 1)
                  : Future.failedFuture(failure);
            });
  }

  private Future<ProxyResponse> sendPerhapsTwice(ProxyContext context, Exchange exchange) {
    HttpServerRequest incoming = context.request().proxiedRequest();
    if (!isPlainRead(incoming)) {
      return context.sendRequest().onSuccess(response -> answered(exchange));
    }
    budget.earn();
    return context
        .sendRequest()
        .recover(
            failure -> {
              if (exchange.upstream() == null
                  || exchange.isStopped()
                  || incoming.response().closed()
                  || !budget.spend()) {
                return Future.failedFuture(failure);
              }
              LOG.debugf("sent once more: service=%s path=%s", service.id(), incoming.path());
              context.request().setBody(Body.body(Buffer.buffer()));
              return context.sendRequest();
            })
        .onSuccess(response -> answered(exchange));
  }

  private void answered(Exchange exchange) {
    if (exchange.upstream() != null) {
      replicas.answered(exchange.upstream());
    }
  }

  /** The service is not to be blamed for its clients. */
  private Future<ProxyResponse> judged(ProxyContext context, Exchange exchange, Throwable failure) {
    boolean left = context.request().proxiedRequest().response().closed();
    if (left || exchange.isClientsFault()) {
      return Future.failedFuture(new ServiceBreaker.ClientFault(failure));
    }
    if (exchange.isStopped() && exchange.upstream() != null) {
      replicas.silent(exchange.upstream());
    }
    return Future.failedFuture(failure);
  }

  /** A read without a body: to send it again changes nothing and needs nothing. */
  private static boolean isPlainRead(HttpServerRequest request) {
    return (HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method()))
        && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        && !request.headers().contains(HttpHeaders.CONTENT_LENGTH);
  }
}

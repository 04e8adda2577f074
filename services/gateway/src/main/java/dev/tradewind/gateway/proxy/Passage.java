package dev.tradewind.gateway.proxy;

import dev.tradewind.gateway.edge.ProblemAnswer;
import dev.tradewind.gateway.edge.RequestId;
import dev.tradewind.gateway.edge.UnreadBody;
import dev.tradewind.platform.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Objects;
import org.jboss.logging.Logger;

/** The way to one service and back: bounds, headers, and a problem for every failure. */
final class Passage implements ProxyInterceptor {
  private static final Logger LOG = Logger.getLogger(Passage.class);
  private static final String EXCHANGE = "exchange";

  private final Vertx vertx;
  private final Upstream upstream;
  private final ProxyConfig config;
  private final ProblemAnswer problems;

  Passage(Vertx vertx, Upstream upstream, ProxyConfig config, ProblemAnswer problems) {
    this.vertx = vertx;
    this.upstream = upstream;
    this.config = config;
    this.problems = problems;
  }

  /** A connection to the service. */
  Future<HttpClientRequest> connect(ProxyContext context) {
    return context
        .client()
        .request(upstream.request(config.connectTimeout()))
        .onSuccess(Objects.requireNonNull(context.get(EXCHANGE, Exchange.class))::sentBy);
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest outgoing = context.request();
    HttpServerRequest incoming = outgoing.proxiedRequest();
    Exchange exchange =
        new Exchange(
            vertx,
            upstream.service(),
            incoming,
            config.uploadLimit().asLongValue(),
            config.answerTimeout());
    context.set(EXCHANGE, exchange);
    outgoing.setBody(Body.body(exchange.upload(), outgoing.getBody().length()));
    outgoing.setAuthority(upstream.authority());
    outgoing.setURI(pathAndQuery(incoming));
    ForwardedHeaders.onRequest(outgoing, incoming);
    if ("100-continue".equalsIgnoreCase(incoming.getHeader(HttpHeaders.EXPECT))) {
      // Else the client holds its body back for a second or more.
      incoming.response().writeContinue();
    }
    return context
        .sendRequest()
        .onComplete(begun -> exchange.over())
        .recover(failure -> Future.succeededFuture(refusal(outgoing, exchange, failure)));
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    HttpServerRequest incoming = context.request().proxiedRequest();
    ForwardedHeaders.onResponse(context.response(), upstream);
    if (!incoming.isEnded()) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    return context
        .sendResponse()
        .onSuccess(sent -> UnreadBody.discard(incoming))
        // The head is out: all that can be said now is that the connection ends too early.
        .recover(
            failure -> {
              LOG.debugf(failure, "answer cut short: service=%s", upstream.service().id());
              incoming.connection().close();
              return Future.succeededFuture();
            });
  }

  private ProxyResponse refusal(ProxyRequest outgoing, Exchange exchange, Throwable failure) {
    Problem problem = exchange.problem(failure);
    HttpServerRequest incoming = outgoing.proxiedRequest();
    if (incoming.response().closed()) {
      LOG.debugf("the client left: service=%s path=%s", upstream.service().id(), incoming.path());
    } else if (problem.status() >= 500) {
      LOG.warnf(
          "not carried through: service=%s status=%d path=%s request=%s cause=%s",
          upstream.service().id(),
          problem.status(),
          incoming.path(),
          incoming.response().headers().get(RequestId.HEADER),
          failure);
    }
    ProxyResponse response =
        outgoing
            .release()
            .response()
            .setStatusCode(problem.status())
            .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
            .setBody(Body.body(problems.json(problem)));
    if (problem.status() == 503) {
      response.putHeader("Retry-After", "5");
    }
    return response;
  }

  /** Also when the request line holds a whole address. */
  private static String pathAndQuery(HttpServerRequest request) {
    String query = request.query();
    return query == null ? request.path() : request.path() + "?" + query;
  }
}

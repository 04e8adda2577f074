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
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The way to one service and back: bounds, headers, and a problem for every failure. */
final class Passage implements ProxyInterceptor {
  private static final Logger LOG = Logger.getLogger(Passage.class);
  private static final String EXCHANGE = "exchange";

  private final Vertx vertx;
  private final ServiceWay way;
  private final ProxyConfig config;
  private final ProblemAnswer problems;
  private final EventStreams events;

  Passage(
      Vertx vertx,
      ServiceWay way,
      ProxyConfig config,
      ProblemAnswer problems,
      EventStreams events) {
    this.vertx = vertx;
    this.way = way;
    this.config = config;
    this.problems = problems;
    this.events = events;
  }

  /** A connection to the service. */
  Future<HttpClientRequest> connect(ProxyContext context) {
    return way.connect(context, exchange(context));
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest outgoing = context.request();
    HttpServerRequest incoming = outgoing.proxiedRequest();
    Exchange exchange =
        new Exchange(
            vertx,
            way.service(),
            incoming,
            config.uploadLimit().asLongValue(),
            way.patience(incoming.path()));
    context.set(EXCHANGE, exchange);
    outgoing.setBody(Body.body(exchange.upload(), outgoing.getBody().length()));
    outgoing.setURI(pathAndQuery(incoming));
    ForwardedHeaders.onRequest(outgoing, incoming);
    if ("100-continue".equalsIgnoreCase(incoming.getHeader(HttpHeaders.EXPECT))) {
      // Else the client holds its body back for a second or more.
      incoming.response().writeContinue();
    }
    return way.send(context, exchange)
        .onComplete(begun -> exchange.over())
        .recover(failure -> Future.succeededFuture(refusal(outgoing, exchange, failure)));
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    ProxyResponse response = context.response();
    HttpServerRequest incoming = context.request().proxiedRequest();
    Exchange exchange = exchange(context);
    ForwardedHeaders.onResponse(response, exchange.upstream());
    boolean unread = UnreadBody.isOf(incoming);
    if (unread) {
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    EndableStream stream = stream(response, exchange);
    Body body = response.getBody();
    Compression.choose(
        incoming, response.getStatusCode(), response.headers(), body == null ? 0 : body.length());
    return context
        .sendResponse()
        .onComplete(
            over -> {
              if (stream != null) {
                events.remove(stream);
              }
            })
        .onSuccess(
            sent -> {
              if (unread) {
                // Its connection waits for the rest of the body, which nobody will send.
                exchange.abandon();
                UnreadBody.discard(incoming);
              }
            })
        // The head is out: all that can be said now is that the connection ends too early.
        .recover(
            failure -> {
              LOG.debugf(failure, "answer cut short: service=%s", way.service().id());
              incoming.connection().close();
              return Future.succeededFuture();
            });
  }

  private @Nullable EndableStream stream(ProxyResponse response, Exchange exchange) {
    String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
    Body body = response.getBody();
    if (type == null || body == null || !type.startsWith("text/event-stream")) {
      return null;
    }
    EndableStream stream =
        new EndableStream(body.stream(), vertx.getOrCreateContext(), exchange::abandon);
    response.setBody(Body.body(stream, body.length()));
    events.add(stream);
    return stream;
  }

  private ProxyResponse refusal(ProxyRequest outgoing, Exchange exchange, Throwable failure) {
    boolean resting = failure instanceof CircuitBreakerOpenException;
    Problem problem =
        resting ? ProxyProblems.resting(way.service()) : exchange.problem(cause(failure));
    HttpServerRequest incoming = outgoing.proxiedRequest();
    if (incoming.response().closed()) {
      LOG.debugf("the client left: service=%s path=%s", way.service().id(), incoming.path());
    } else if (problem.status() >= 500 && !resting) {
      LOG.warnf(
          "not carried through: service=%s status=%d path=%s request=%s cause=%s",
          way.service().id(),
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
      response.putHeader("Retry-After", resting ? Long.toString(way.secondsOfRest()) : "5");
    }
    return response;
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof ServiceBreaker.ClientFault fault
        ? Objects.requireNonNull(fault.getCause())
        : failure;
  }

  private static Exchange exchange(ProxyContext context) {
    return Objects.requireNonNull(context.get(EXCHANGE, Exchange.class));
  }

  /** Also when the request line holds a whole address. */
  private static String pathAndQuery(HttpServerRequest request) {
    String query = request.query();
    return query == null ? request.path() : request.path() + "?" + query;
  }
}

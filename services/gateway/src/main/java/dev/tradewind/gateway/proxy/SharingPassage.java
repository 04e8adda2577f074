package dev.tradewind.gateway.proxy;

import dev.tradewind.gateway.cache.Question;
import dev.tradewind.gateway.cache.SharedAnswers;
import dev.tradewind.gateway.cache.StoredAnswer;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import org.jspecify.annotations.Nullable;

/**
 * Asks the service only whether an answer still holds, where there is one; keeps what is new. What
 * is given without asking never comes this far.
 */
final class SharingPassage implements ProxyInterceptor {
  private static final String STATUS = "Cache-Status";

  private final SharedAnswers answers;

  SharingPassage(SharedAnswers answers) {
    this.answers = answers;
  }

  /** Answers a request from memory if that is allowed. */
  static boolean answer(SharedAnswers answers, Question question, HttpServerRequest request) {
    StoredAnswer known = Question.insists(request) ? null : answers.believed(question);
    if (known == null) {
      return false;
    }
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    known.headers().forEach(header -> headers.add(header.getKey(), header.getValue()));
    headers.set(STATUS, "tradewind; hit");
    Buffer body = known.body();
    Compression.choose(request, 200, headers, body.length());
    HttpServerResponse response = request.response();
    response.headers().setAll(headers);
    if (known.isKnownTo(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.headers().remove(HttpHeaders.CONTENT_TYPE);
      response.setStatusCode(304).end();
    } else {
      response.end(body);
    }
    return true;
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest outgoing = context.request();
    Question question =
        outgoing.proxiedRequest() instanceof ClosingRequest request
            ? Question.of(request.routing())
            : null;
    if (question == null) {
      return context.sendRequest();
    }
    StoredAnswer last = answers.last(question);
    if (last != null) {
      outgoing.headers().set(HttpHeaders.IF_NONE_MATCH, last.etag());
    }
    long askedAt = System.nanoTime();
    return context.sendRequest().map(response -> settle(question, last, askedAt, response));
  }

  private ProxyResponse settle(
      Question question, @Nullable StoredAnswer last, long askedAt, ProxyResponse response) {
    if (last != null && response.getStatusCode() == 304) {
      answers.confirm(last, askedAt);
      return confirmed(last, response);
    }
    response.putHeader(STATUS, "tradewind; fwd=" + (last == null ? "uri-miss" : "stale"));
    long room = answers.room(response.getStatusCode(), response.headers());
    Body body = response.getBody();
    if (room >= 0 && body != null) {
      MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(response.headers());
      response.setBody(
          Body.body(
              new CopiedStream(
                  body.stream(), room, copy -> answers.keep(question, headers, copy, askedAt)),
              body.length()));
    }
    return response;
  }

  private static ProxyResponse confirmed(StoredAnswer last, ProxyResponse notModified) {
    ProxyRequest request = notModified.request();
    HttpServerRequest incoming = request.proxiedRequest();
    // Its body is empty, but the connection is only free when that was read.
    notModified.release();
    ProxyResponse response = request.response();
    last.headers().forEach(header -> response.headers().add(header.getKey(), header.getValue()));
    response.putHeader(STATUS, "tradewind; fwd=stale; fwd-status=304");
    if (last.isKnownTo(incoming.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.headers().remove(HttpHeaders.CONTENT_TYPE);
      return response.setStatusCode(304);
    }
    return response.setStatusCode(200).setBody(Body.body(last.body()));
  }
}

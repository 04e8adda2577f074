package dev.tradewind.gateway.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.platform.problem.Problem;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Answers what cannot be read as a request; nobody knows where the next one would begin. */
final class UnreadableRequest {
  private static final Buffer LINE_TOO_LONG =
      json(
          Problem.of(414, "uri-too-long", "The request line is longer than is read.")
              .withAdvice("Ask for fewer things at once, or send fewer parameters."));
  private static final Buffer HEAD_TOO_LARGE =
      json(
          Problem.of(431, "head-too-large", "The headers are larger than is read.")
              .withAdvice("Send fewer or shorter headers; cookies of other pages count too."));
  private static final Buffer UNREADABLE =
      json(
          Problem.of(400, "bad-request", "The request cannot be understood.")
              .withAdvice(
                  "Compare its head with HTTP/1.1: one Host, one length, no folded lines."));

  private UnreadableRequest() {}

  static void answer(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    HttpServerResponse response = request.response();
    EdgeFilter.SECURITY_HEADERS.forEach(response.headers()::set);
    response.putHeader(RequestId.HEADER, RequestId.of(null));
    response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    boolean line = cause instanceof TooLongHttpLineException;
    boolean head = cause instanceof TooLongHttpHeaderException;
    response
        .setStatusCode(line ? 414 : head ? 431 : 400)
        .end(line ? LINE_TOO_LONG : head ? HEAD_TOO_LARGE : UNREADABLE)
        .onComplete(sent -> request.connection().close());
  }

  private static Buffer json(Problem problem) {
    try {
      return Buffer.buffer(new ObjectMapper().writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written", e);
    }
  }
}

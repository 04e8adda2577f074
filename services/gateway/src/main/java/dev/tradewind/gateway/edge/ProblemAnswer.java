package dev.tradewind.gateway.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/** Answers with a problem outside the REST layer. */
@Singleton
public class ProblemAnswer {
  private final ObjectMapper mapper;

  ProblemAnswer(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** Ends the request with that problem, and the connection too if a body is still on its way. */
  public void send(HttpServerRequest request, Problem problem) {
    var response =
        request
            .response()
            .setStatusCode(problem.status())
            .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    boolean unread = UnreadBody.isOf(request);
    if (unread) {
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    var sent = response.end(json(problem));
    if (unread) {
      sent.onComplete(done -> UnreadBody.discard(request));
    }
  }

  /** The problem as it is sent. */
  public Buffer json(Problem problem) {
    try {
      return Buffer.buffer(mapper.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written", e);
    }
  }
}

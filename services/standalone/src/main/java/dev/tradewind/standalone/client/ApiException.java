package dev.tradewind.standalone.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** The API refused or did not answer; the message holds what it said. */
public final class ApiException extends RuntimeException {
  private static final JsonMapper JSON = new JsonMapper();

  ApiException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** With title, detail and advice if the answer is a problem+json. */
  static ApiException of(HttpRequest request, int status, String body) {
    StringBuilder message =
        new StringBuilder(request.method() + " " + request.uri().getPath() + ": " + status);
    try {
      JsonNode problem = JSON.readTree(body);
      for (String part : new String[] {"title", "detail", "advice"}) {
        if (!problem.path(part).asText().isEmpty()) {
          message.append(' ').append(problem.path(part).asText());
        }
      }
    } catch (JsonProcessingException e) {
      message.append(' ').append(body.strip());
    }
    return new ApiException(message.toString(), null);
  }
}

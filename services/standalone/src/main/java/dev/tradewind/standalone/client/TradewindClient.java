package dev.tradewind.standalone.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls the API as any client would. */
public final class TradewindClient {
  private static final Duration QUICK = Duration.ofSeconds(30);
  private static final Duration UPLOAD = Duration.ofMinutes(30);

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final URI base;
  private final Optional<String> key;
  private final HttpClient http;

  /**
   * A client of one system.
   *
   * @param gateway the address of the gateway
   */
  public TradewindClient(URI gateway) {
    this(gateway, Optional.empty());
  }

  /**
   * A client with credentials.
   *
   * @param gateway the address of the gateway
   * @param key an API key, where the system is closed
   */
  public TradewindClient(URI gateway, Optional<String> key) {
    this.base = gateway.resolve("/api/v1/");
    this.key = key;
    // HTTP/2 would be asked for by an upgrade, with the body waiting.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  /**
   * Submits files as one submission and returns it, new or known.
   *
   * @param options such as {@code label} or {@code period}, see the API
   */
  public SubmissionView submit(List<Path> files, Map<String, String> options) {
    MultipartBody body = MultipartBody.of(files);
    HttpRequest request =
        request("submissions", options)
            .timeout(UPLOAD)
            .header("Content-Type", body.contentType())
            .POST(body.publisher())
            .build();
    return read(send(request), SubmissionView.class);
  }

  /** Makes an API key, if the own one may do that. */
  public String createKey(String name, String role) {
    String wish = JSON.createObjectNode().put("name", name).put("role", role).toString();
    HttpRequest request =
        request("keys", Map.of())
            .timeout(QUICK)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(wish))
            .build();
    return read(send(request), JsonNode.class).path("key").asText();
  }

  /** One submission as it is now. */
  public SubmissionView submission(String id) {
    return get("submissions/" + id, Map.of(), SubmissionView.class);
  }

  /** What is wrong with the rows of a submission. */
  public List<ProblemRow> problems(String id) {
    return get("submissions/" + id + "/problems", Map.of(), ProblemPage.class).items();
  }

  /** One line per region, the nation included. */
  public IndicatorPage indicators(Map<String, String> query) {
    return get("indicators", query, IndicatorPage.class);
  }

  /** The delivery log, newest first. */
  public JsonNode notifications() {
    return get("notifications", Map.of(), JsonNode.class).path("items");
  }

  /** Incidents. */
  public JsonNode alerts(Map<String, String> query) {
    return get("alerts", query, JsonNode.class).path("items");
  }

  /** A page of row problems. */
  private record ProblemPage(List<ProblemRow> items) {}

  private <T> T get(String path, Map<String, String> query, Class<T> type) {
    HttpRequest request =
        request(path, query).timeout(QUICK).header("Accept", "application/json").GET().build();
    return read(send(request), type);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw ApiException.of(request, response.statusCode(), response.body());
      }
      return response;
    } catch (IOException e) {
      throw new ApiException(request.method() + " " + request.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException("interrupted", e);
    }
  }

  private HttpRequest.Builder request(String path, Map<String, String> query) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path, query));
    key.ifPresent(sent -> request.header("Authorization", "Bearer " + sent));
    return request;
  }

  private URI address(String path, Map<String, String> query) {
    return base.resolve(path + Query.of(query));
  }

  private static <T> T read(HttpResponse<String> response, Class<T> type) {
    try {
      return JSON.readValue(response.body(), type);
    } catch (JsonProcessingException e) {
      throw new ApiException(response.uri() + " answered something unreadable", e);
    }
  }
}

package dev.tradewind.embedded.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tradewind.embedded.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for Slack, an incoming webhook and the Web API of a bot: refuses what Slack refuses,
 * remembers every request, and fails on demand.
 */
public final class SlackStub implements AutoCloseable {
  /** Slack names no limit; this one holds fifty blocks of the largest kind. */
  static final int BODY = 1_000_000;

  private static final String WEBHOOK = "/services/T00000000/B00000000/standin";

  private final HttpServer server;
  private final ExecutorService threads;
  private final List<SlackRequest> requests = new CopyOnWriteArrayList<>();
  private final SlackApi api = new SlackApi();
  private @Nullable SlackFault fault;
  private int faultsLeft;

  private SlackStub(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Starts on a free loopback port. */
  public static SlackStub start() {
    try {
      InetAddress address = InetAddress.getByAddress(Loopback.HOST, new byte[] {127, 0, 0, 1});
      HttpServer server = HttpServer.create(new InetSocketAddress(address, 0), 0);
      ExecutorService threads =
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task, "slack-stand-in");
                thread.setDaemon(true);
                return thread;
              });
      SlackStub stub = new SlackStub(server, threads);
      server.setExecutor(threads);
      server.createContext("/", stub::handle);
      server.start();
      return stub;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the Slack stand-in", e);
    }
  }

  /** Where to post. */
  public URI webhookUrl() {
    return URI.create("http://" + Loopback.HOST + ":" + server.getAddress().getPort() + WEBHOOK);
  }

  /** The Web API, which bots call with {@link #botToken}. */
  public URI apiUrl() {
    return URI.create("http://" + Loopback.HOST + ":" + server.getAddress().getPort() + "/api");
  }

  /** The one token that the Web API knows. Every channel id is known but those with CNONE. */
  public static String botToken() {
    return SlackApi.TOKEN;
  }

  /** What bots posted, as readers see it now. */
  public List<SlackPost> posts() {
    return api.posts();
  }

  /** Forgets a message, as if somebody had deleted it. */
  public void delete(String ts) {
    api.forget(ts);
  }

  /** Refuses messages of bots to one channel that come faster than that; Slack's own is a second. */
  public void pace(Duration apart) {
    api.pace(apart);
  }

  /** All requests so far, the refused ones too. */
  public List<SlackRequest> requests() {
    return List.copyOf(requests);
  }

  /** What the channel's readers see so far. */
  public List<SlackRequest> posted() {
    return requests.stream().filter(SlackRequest::posted).toList();
  }

  /** Lets the next requests fail. */
  public synchronized void failNext(int times, SlackFault fault) {
    this.fault = fault;
    this.faultsLeft = times;
  }

  /** Lets all requests fail until {@link #heal}. */
  public void failAlways(SlackFault fault) {
    failNext(Integer.MAX_VALUE, fault);
  }

  /** Ends all misbehaviour. */
  public void heal() {
    failNext(0, new SlackFault.ConnectionCut());
  }

  /** Forgets the requests so far and ends all misbehaviour. */
  public void reset() {
    heal();
    requests.clear();
    api.clear();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private synchronized @Nullable SlackFault takeFault() {
    if (faultsLeft == 0) {
      return null;
    }
    faultsLeft--;
    return fault;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] bytes = exchange.getRequestBody().readNBytes(BODY + 1);
      String body = new String(bytes, UTF_8);
      JsonNode payload = payload(body);
      SlackFault failing = takeFault();
      if (failing instanceof SlackFault.RateLimited limit) {
        exchange.getResponseHeaders().set("Retry-After", "" + limit.retryAfterSeconds());
        String word = isApi(exchange) ? SlackApi.failure("ratelimited") : "rate_limited";
        answer(exchange, body, payload, SlackVerdict.refuse(429, word, "on demand"));
      } else if (failing instanceof SlackFault.NotOk refusal) {
        String word = SlackApi.failure(refusal.error());
        answer(exchange, body, payload, new SlackVerdict(200, word, List.of("on demand")));
      } else if (failing instanceof SlackFault.Refused refused) {
        answer(
            exchange,
            body,
            payload,
            SlackVerdict.refuse(refused.status(), refused.answer(), "on demand"));
      } else if (failing instanceof SlackFault.ConnectionCut) {
        cut(exchange, body, payload, false);
      } else if (failing instanceof SlackFault.AnswerLost) {
        cut(exchange, body, payload, posted(judge(exchange, bytes, payload)));
      } else {
        if (failing instanceof SlackFault.Slow slow) {
          pause(slow);
        }
        answer(exchange, body, payload, judge(exchange, bytes, payload));
      }
    }
  }

  private static boolean isApi(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().startsWith(SlackApi.PREFIX);
  }

  private static boolean posted(SlackVerdict verdict) {
    return verdict.accepted() && verdict.problems().isEmpty();
  }

  private SlackVerdict judge(HttpExchange exchange, byte[] bytes, JsonNode payload) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (isApi(exchange)) {
      SlackVerdict verdict =
          api.answer(
              exchange.getRequestURI().getPath().substring(SlackApi.PREFIX.length()),
              exchange.getRequestHeaders().getFirst("Authorization"),
              payload,
              Instant.now());
      if (verdict.status() == 429) {
        exchange.getResponseHeaders().set("Retry-After", "1");
      }
      return verdict;
    }
    if (!exchange.getRequestURI().getPath().equals(WEBHOOK)) {
      return SlackVerdict.refuse(404, "no_service", "no webhook at that path");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return SlackVerdict.refuse(405, "method_not_allowed", "webhooks are posted to");
    }
    if (bytes.length > BODY) {
      return SlackVerdict.refuse(413, "payload_too_large", "more than " + BODY + " bytes");
    }
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      return SlackVerdict.refuse(400, "invalid_payload", "Content-Type is " + type);
    }
    return SlackMessageRules.judge(payload);
  }

  private static JsonNode payload(String body) {
    try {
      return SlackMessageRules.parse(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private void answer(HttpExchange exchange, String body, JsonNode payload, SlackVerdict verdict)
      throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(
        new SlackRequest(
            Instant.now(),
            path,
            body,
            payload,
            posted(verdict),
            verdict.status(),
            verdict.answer(),
            verdict.problems()));
    byte[] answer = verdict.answer().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.sendResponseHeaders(verdict.status(), answer.length);
    exchange.getResponseBody().write(answer);
  }

  private void cut(HttpExchange exchange, String body, JsonNode payload, boolean posted) {
    String path = exchange.getRequestURI().getPath();
    requests.add(
        new SlackRequest(Instant.now(), path, body, payload, posted, 0, "", List.of("on demand")));
  }

  private static void pause(SlackFault.Slow slow) {
    try {
      TimeUnit.MILLISECONDS.sleep(slow.delay().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

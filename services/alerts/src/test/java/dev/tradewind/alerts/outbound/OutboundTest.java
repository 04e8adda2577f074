package dev.tradewind.alerts.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names lead where the test says; a server on loopback sees what arrives. */
class OutboundTest {
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private final Vertx vertx = Vertx.vertx();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final List<String> lookedUp = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            seen.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
            boolean redirect = exchange.getRequestURI().getPath().equals("/redirect");
            if (redirect) {
              exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(redirect ? 302 : 200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void theCallGoesToTheAddressThatWasCheckedUnderTheNameOfTheHost() {
    Answer answer = post(internal("/hook?a=b"), "127.0.0.1");
    assertThat(answer).isEqualTo(new Answer(200, "7", "ok"));
    assertThat(seen).containsExactly("hook.example.org:" + port() + "/hook?a=b");
    assertThat(lookedUp).containsExactly("hook.example.org");
  }

  @Test
  void noTraceTellsWhereToAndNoReceiverOfATrace() {
    RequestTracer traced = new RequestTracer();
    Vertx tracing = Vertx.builder().withTracer(options -> traced).build();
    try {
      // Another client of the same Vert.x is traced …
      tracing
          .createHttpClient()
          .request(HttpMethod.GET, port(), "127.0.0.1", "/plain")
          .compose(HttpClientRequest::send)
          .toCompletionStage()
          .toCompletableFuture()
          .join();
      // … and what goes to a channel, whose address is a secret, is not.
      post(tracing, internal("/services/T0/B0/secret"), "127.0.0.1");
    } finally {
      tracing.close().toCompletionStage().toCompletableFuture().join();
    }
    assertThat(traced.sent).containsExactly("/plain");
    assertThat(seen).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1"
      })
  void aNameThatLeadsToAPrivateAddressIsNotCalled(String address) {
    Target target = publicTarget();
    assertThatThrownBy(() -> post(target, address))
        .hasCauseInstanceOf(AddressRefusedException.class);
    assertThatThrownBy(() -> post(target, "1.1.1.1", address))
        .hasCauseInstanceOf(AddressRefusedException.class);
    assertThat(seen).isEmpty();
  }

  @Test
  void redirectsAreNotFollowed() {
    assertThat(post(internal("/redirect"), "127.0.0.1").status()).isEqualTo(302);
    assertThat(seen).hasSize(1);
  }

  @Test
  void theNextAddressIsTriedWhereNothingListens() {
    // Loopback is all of 127.0.0.0/8, and the server is on one address of it.
    assertThat(post(internal("/hook"), "127.0.0.9", "127.0.0.1").status()).isEqualTo(200);
  }

  private Target internal(String path) {
    return new Hosts(Set.of(), Set.of("hook.example.org:" + port()), "property")
        .check("http://hook.example.org:" + port() + path);
  }

  private Target publicTarget() {
    return new Hosts(Set.of("hook.example.org"), Set.of(), "property")
        .check("https://hook.example.org/hook");
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private Answer post(Target target, String... addresses) {
    return post(vertx, target, addresses);
  }

  private Answer post(Vertx caller, Target target, String... addresses) {
    Outbound outbound =
        new Outbound(
            caller,
            Duration.ofSeconds(5),
            host -> {
              lookedUp.add(host);
              return Arrays.stream(addresses).map(OutboundTest::address).toList();
            });
    try {
      return outbound.post(target, Map.of(), BODY).await().atMost(Duration.ofSeconds(10));
    } finally {
      outbound.close();
    }
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Hears of the requests that are sent. */
  private static final class RequestTracer implements VertxTracer<Object, Object> {
    private final List<String> sent = new CopyOnWriteArrayList<>();

    @Override
    public <R> Object sendRequest(
        Context context,
        SpanKind kind,
        TracingPolicy policy,
        R request,
        String operation,
        BiConsumer<String, String> headers,
        TagExtractor<R> tags) {
      if (policy != TracingPolicy.IGNORE) {
        sent.add(((HttpRequest) request).uri());
      }
      return sent;
    }
  }
}

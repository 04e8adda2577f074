package dev.tradewind.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tradewind.contracts.message.MessageCodec;
import dev.tradewind.embedded.Loopback;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A real SMTP server, and a server that takes webhooks at {@code /hook} and, as strict as
 * Alertmanager, alerts below {@code /am}. Test classes get it into a field of this type.
 */
public final class ReceiverStubs implements QuarkusTestResourceLifecycleManager {
  private static final String KEYS = "test:" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  /**
   * What arrived.
   *
   * @param path it was sent to
   * @param headers of the request, lower case
   */
  public record Request(String path, Map<String, String> headers, String body) {
    /** The body as JSON. */
    public JsonNode json() {
      try {
        return MessageCodec.read(body.getBytes(StandardCharsets.UTF_8), JsonNode.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private GreenMail mail;
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    mail = new GreenMail(new ServerSetup(Loopback.freePort(), Loopback.HOST, "smtp"));
    mail.start();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
    return Map.of(
        "tradewind.mail.host",
        Loopback.HOST,
        "tradewind.mail.port",
        "" + mail.getSmtp().getPort(),
        "tradewind.mail.from",
        "tradewind@example.org",
        "tradewind.mail.start-tls",
        "DISABLED",
        "tradewind.secrets.key",
        KEYS,
        "tradewind.notifications.allow-private-addresses",
        Loopback.HOST,
        "tradewind.alertmanager.resolve-timeout",
        "1s",
        "tradewind.alertmanager.refresh-check",
        "1s");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, field -> field.getType().equals(ReceiverStubs.class));
  }

  @Override
  public void stop() {
    mail.stop();
    server.stop(0);
  }

  /** Forgets what arrived. */
  public void reset() {
    requests.clear();
    try {
      mail.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The SMTP server. */
  public GreenMail mail() {
    return mail;
  }

  /** An address on the server. */
  public String url(String path) {
    return "http://" + Loopback.HOST + ":" + server.getAddress().getPort() + path;
  }

  /** What arrived at a path. */
  public List<Request> requests(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new java.util.TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) ->
                  headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
      Request request =
          new Request(
              exchange.getRequestURI().getPath(),
              headers,
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      requests.add(request);
      exchange.sendResponseHeaders(status(request), -1);
    }
  }

  private static int status(Request request) {
    if (request.path().equals("/am/api/v2/alerts")) {
      return AlertmanagerRules.problems(request.json()).isEmpty() ? 200 : 400;
    }
    return request.path().equals("/hook") ? 204 : 404;
  }
}

package dev.tradewind.systemtests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tradewind.embedded.Loopback;
import dev.tradewind.standalone.system.Service;
import dev.tradewind.standalone.system.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes spans as any collector does: OTLP over HTTP, in protobuf. */
final class TraceCollector implements AutoCloseable {
  private final List<ReportedSpan> spans = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  TraceCollector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  /** All services report here, soon after a span has ended. */
  Settings watching(Settings settings) {
    Settings watched = settings;
    for (Service service : Service.values()) {
      watched =
          watched
              .with(service, "QUARKUS_OTEL_SDK_DISABLED", "false")
              .with(
                  service,
                  "QUARKUS_OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
                  "http://" + Loopback.HOST + ":" + server.getAddress().getPort())
              .with(service, "QUARKUS_OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/protobuf")
              .with(service, "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "100ms");
    }
    return watched;
  }

  List<ReportedSpan> spans() {
    return List.copyOf(spans);
  }

  /** Those of one trace. */
  List<ReportedSpan> trace(String id) {
    return spans.stream().filter(span -> span.trace().equals(id)).toList();
  }

  /** All that was said, byte for byte. */
  String everything() {
    return String.join("\n", bodies);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      bodies.add(new String(body, StandardCharsets.ISO_8859_1));
      spans.addAll(ReportedSpan.all(body));
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }
}

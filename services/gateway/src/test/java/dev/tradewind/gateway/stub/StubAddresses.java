package dev.tradewind.gateway.stub;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Opens the gateway for loopback and tells it where the tests' stand-ins will listen. */
public class StubAddresses implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.ofEntries(
        Map.entry("tradewind.access.anonymous", "loopback"),
        Map.entry("tradewind.gateway.answer-timeout", "3S"),
        Map.entry("tradewind.gateway.answer-timeouts.shifts", "1S"),
        Map.entry("tradewind.gateway.upload-limit", "256M"),
        Map.entry("tradewind.gateway.connections", "16"),
        Map.entry("tradewind.gateway.breaker.requests", "10"),
        Map.entry("tradewind.gateway.breaker.rest", "1S"),
        Map.entry("tradewind.gateway.limit.requests", "1000"),
        Map.entry("tradewind.gateway.limit.window", "100S"),
        Map.entry("tradewind.gateway.limit.concurrent", "16"),
        Map.entry("tradewind.gateway.cors.origins", "https://desk.example.org"),
        Map.entry("tradewind.upstream.ingest", free()),
        Map.entry("tradewind.upstream.metrics", free() + "," + free()),
        Map.entry("tradewind.upstream.alerts", free()));
  }

  @Override
  public void stop() {
    // Nothing is held: the tests start and stop their stand-ins.
  }

  private static String free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

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
    return Map.of(
        "tradewind.access.anonymous",
        "loopback",
        "tradewind.gateway.answer-timeout",
        "3S",
        "tradewind.gateway.upload-limit",
        "256M",
        "tradewind.upstream.ingest",
        free(),
        "tradewind.upstream.metrics",
        free(),
        "tradewind.upstream.alerts",
        free());
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

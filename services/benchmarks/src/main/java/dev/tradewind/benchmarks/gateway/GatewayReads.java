package dev.tradewind.benchmarks.gateway;

import dev.tradewind.embedded.EmbeddedPostgres;
import dev.tradewind.embedded.Loopback;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads of one indicator table through the packaged gateway, from shared memory and without it,
 * against the bare endpoint at equal concurrency. Prints rates and their ratio; nothing is kept.
 */
public final class GatewayReads {
  private static final int CONNECTIONS = 64;
  private static final int SIZE = 8_000;
  private static final int ROUNDS = 3;
  private static final int SECONDS = 4;
  private static final String URI_OF_TABLE =
      "/api/v1/indicators?partner=USA&period=2025-07&window=ytd";

  private final Path runner;
  private final Vertx vertx = Vertx.vertx();
  private final List<Process> processes = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  private GatewayReads(Path runner) {
    this.runner = runner;
  }

  /** Argument: the gateway's {@code quarkus-run.jar}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    GatewayReads benchmark = new GatewayReads(Path.of(arguments[0]));
    try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary()) {
      postgres.start();
      postgres.createDatabases(List.of("gateway"));
      benchmark.run(postgres);
    } finally {
      benchmark.processes.forEach(Process::destroyForcibly);
      benchmark.vertx.close();
    }
  }

  private void run(EmbeddedPostgres postgres) throws IOException, InterruptedException {
    int bare = Loopback.freePort();
    java(
        Map.of(),
        "-cp",
        System.getProperty("java.class.path"),
        BareEndpoint.class.getName(),
        String.valueOf(bare),
        String.valueOf(SIZE));
    int shared = gateway(postgres, bare, "32M");
    int unshared = gateway(postgres, bare, "0");
    for (int port : new int[] {bare, shared, unshared}) {
      await(port);
      new Load(vertx, port, CONNECTIONS, URI_OF_TABLE).run(SECONDS);
    }
    for (int round = 0; round < ROUNDS; round++) {
      Load.Reached best = report("bare endpoint", bare, null);
      report("gateway, shared answers", shared, best);
      report("gateway, every read forwarded", unshared, best);
    }
  }

  private Load.Reached report(String name, int port, Load.@Nullable Reached best)
      throws InterruptedException {
    Load.Reached reached = new Load(vertx, port, CONNECTIONS, URI_OF_TABLE).run(SECONDS);
    System.out.printf(
        "%-32s %8.0f/s  median %5d us  p99 %6d us  ratio %.2f%n",
        name,
        reached.rate(),
        reached.median(),
        reached.p99(),
        best == null ? 1 : reached.rate() / best.rate());
    return reached;
  }

  private int gateway(EmbeddedPostgres postgres, int upstream, String cache) throws IOException {
    int port = Loopback.freePort();
    java(
        Map.ofEntries(
            Map.entry("QUARKUS_HTTP_HOST", Loopback.HOST),
            Map.entry("QUARKUS_HTTP_PORT", String.valueOf(port)),
            Map.entry("QUARKUS_MANAGEMENT_PORT", String.valueOf(Loopback.freePort())),
            Map.entry("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false"),
            Map.entry("TRADEWIND_ACCESS_ANONYMOUS", "loopback"),
            Map.entry("TRADEWIND_DB_HOST", postgres.host()),
            Map.entry("TRADEWIND_DB_PORT", String.valueOf(postgres.port())),
            Map.entry("TRADEWIND_DB_USER", EmbeddedPostgres.USER),
            Map.entry("TRADEWIND_DB_PASSWORD", EmbeddedPostgres.PASSWORD),
            Map.entry("TRADEWIND_GATEWAY_CACHE_SIZE", cache),
            Map.entry("TRADEWIND_GATEWAY_LIMIT_REQUESTS", "0"),
            Map.entry("TRADEWIND_UPSTREAM_METRICS", "http://" + Loopback.HOST + ":" + upstream)),
        "-jar",
        runner.toString());
    return port;
  }

  private void java(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    processes.add(builder.start());
  }

  private void await(int port) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://" + Loopback.HOST + ":" + port + URI_OF_TABLE));
    for (int i = 0; i < 300; i++) {
      try {
        if (http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode()
            == 200) {
          return;
        }
      } catch (IOException e) {
        // Not yet.
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("nothing serves on port " + port);
  }
}

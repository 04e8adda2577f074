package dev.tradewind.benchmarks.metrics;

import dev.tradewind.contracts.Topics;
import dev.tradewind.embedded.EmbeddedKafka;
import dev.tradewind.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Loads facts into the packaged service's database and measures what it answers through the
 * packaged gateway. Arguments: how many facts (20000000), and the {@code quarkus-run.jar} of
 * metrics and of the gateway.
 */
public final class MetricsReads {
  private static final int PORT = 18_082;
  private static final int GATEWAY = 18_080;
  private static final List<String> PARTNERS =
      List.of("USA", "VNM", "DEU", "JPN", "IND", "MEX", "asean", "eu");
  private static final List<String> SECTORS =
      List.of("all", "furniture", "footwear", "toys", "electromechanical", "hs:84", "hs:85");
  private static final List<String> WINDOWS = List.of("month", "ytd", "r12m");

  private MetricsReads() {}

  /** Runs everything and prints one line each. */
  public static void main(String[] arguments) throws Exception {
    long facts = arguments.length > 0 ? Long.parseLong(arguments[0]) : 20_000_000;
    Path jar =
        Path.of(
            arguments.length > 1
                ? arguments[1]
                : "services/metrics/target/quarkus-app/quarkus-run.jar");
    Path edge =
        Path.of(
            arguments.length > 2
                ? arguments[2]
                : "services/gateway/target/quarkus-app/quarkus-run.jar");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary().withoutPowerSafety().start();
        EmbeddedKafka kafka = EmbeddedKafka.temporary().start()) {
      postgres.createDatabases(List.of("metrics", "gateway"));
      kafka.createTopics(Map.of(Topics.EXPORTS, 3, Topics.SUBMISSIONS, 3, Topics.INDICATORS, 3));
      Process service = service(jar, postgres, kafka);
      Process gateway = gateway(edge, postgres);
      try {
        awaitUp();
        try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://" + postgres.host() + ":" + postgres.port() + "/metrics",
                EmbeddedPostgres.USER,
                EmbeddedPostgres.PASSWORD)) {
          measure(connection, facts, kafka.bootstrapServers());
        }
        BulkMemory.measure("http://127.0.0.1:" + PORT, service);
      } finally {
        gateway.destroy();
        service.destroy();
        gateway.waitFor(30, TimeUnit.SECONDS);
        service.waitFor(30, TimeUnit.SECONDS);
      }
    }
  }

  private static void measure(Connection connection, long facts, String bootstrap)
      throws SQLException, IOException, InterruptedException, ExecutionException {
    long begin = System.nanoTime();
    FactLoad load = new FactLoad(connection);
    long loaded = load.load(facts);
    try (var statement = connection.createStatement()) {
      statement.execute("UPDATE merge_state SET apply_seq = apply_seq + 1");
      var sizes =
          statement.executeQuery(
              "SELECT (SELECT count(*) FROM slice),"
                  + " pg_size_pretty(pg_database_size(current_database()))");
      sizes.next();
      System.out.printf(
          Locale.ROOT,
          "loaded facts=%d slices=%d size=%s seconds=%.0f%n",
          loaded,
          sizes.getLong(1),
          sizes.getString(2),
          (System.nanoTime() - begin) / 1e9);
    }
    Reads reads = new Reads("http://127.0.0.1:" + GATEWAY);
    System.out.println(
        reads
            .closed(300, i -> indicators("/api/v1/indicators", 2_300 + i))
            .line("the first 300 of new processes"));
    // Compiled code, as a native executable has it from the start.
    reads.closed(1_400, i -> indicators("/api/v1/indicators", 2_600 + i));
    reads.open(200, 10, i -> indicators("/api/v1/indicators", 4_000 + i));
    reads.open(200, 10, i -> indicators("/api/v1/rankings", 4_000 + i));
    System.out.println(
        reads.closed(300, i -> indicators("/api/v1/indicators", i)).line("indicators, each new"));
    System.out.println(
        reads
            .closed(300, i -> indicators("/api/v1/rankings", i) + "&by=yoy")
            .line("rankings, each new"));
    System.out.println(
        reads
            .open(200, 10, i -> indicators("/api/v1/indicators", 300 + i))
            .line("indicators, 200 a second, each new"));
    System.out.println(
        reads
            .open(200, 10, i -> indicators("/api/v1/rankings", 300 + i))
            .line("rankings, 200 a second, each new"));
    System.out.println(
        reads
            .open(200, 10, i -> indicators("/api/v1/indicators", 300 + i % 500))
            .line("indicators, 200 a second, asked before"));
    System.out.println(
        reads
            .closed(100, i -> prefix(load.products8(), i, 4))
            .line("indicators of an HS4, ytd, each new"));
    System.out.println(
        reads
            .closed(100, i -> prefix(load.products8(), i, 6))
            .line("indicators of an HS6, ytd, each new"));
    System.out.println(
        reads
            .closed(
                100,
                i ->
                    "/api/v1/exports?by=region,hs4&partner=%s&period=2025-%02d&limit=1000"
                        .formatted(PARTNERS.get(i % 6), 1 + i % 7))
            .line("exports by region and HS4, one partner"));
    System.out.println(
        reads
            .closed(20, i -> "/api/v1/exports?by=period&region=CN-GD&limit=" + (100 + i))
            .line("exports by period, one region, all months"));
    System.out.println(
        reads
            .closed(
                10,
                i ->
                    "/api/v1/indicators?period=2025-08&window=month&partner=%s&asOf=2025-09-01T01:07:30Z"
                        .formatted(PARTNERS.get(i % 8)))
            .line("indicators as of, nothing to derive"));
    Recompute.measure(connection);
    System.out.println(
        reads
            .closed(
                6,
                i ->
                    "/api/v1/indicators?period=2025-08&window=month&partner=%s&asOf=2025-09-01T01:30:00Z"
                        .formatted(PARTNERS.get(i)))
            .line("indicators as of, one month to derive"));
    new Telling(bootstrap, load.products8()).measure();
  }

  /** Another question for every number. */
  private static String indicators(String path, int i) {
    return "%s?partner=%s&sector=%s&window=%s&period=%d-%02d"
        .formatted(
            path,
            PARTNERS.get(i % PARTNERS.size()),
            SECTORS.get(i / 8 % SECTORS.size()),
            WINDOWS.get(i / 56 % WINDOWS.size()),
            2022 + i / 168 % 3,
            1 + i / 504 % 12);
  }

  private static String prefix(List<String> products, int i, int digits) {
    String product = products.get(i * 59 % products.size());
    return "/api/v1/indicators?period=2025-07&sector=hs:" + product.substring(0, digits);
  }

  private static Process service(Path jar, EmbeddedPostgres postgres, EmbeddedKafka kafka)
      throws IOException {
    return start(
        jar,
        "1g",
        PORT,
        "metrics",
        postgres,
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            kafka.bootstrapServers(),
            "TRADEWIND_ACCESS_TOKEN_KEYS",
            "http://127.0.0.1:" + GATEWAY + "/.well-known/jwks.json"));
  }

  private static Process gateway(Path jar, EmbeddedPostgres postgres) throws IOException {
    return start(
        jar,
        "256m",
        GATEWAY,
        "gateway",
        postgres,
        Map.of(
            "TRADEWIND_UPSTREAM_METRICS",
            "http://127.0.0.1:" + PORT,
            "TRADEWIND_GATEWAY_LIMIT_REQUESTS",
            "0"));
  }

  private static Process start(
      Path jar,
      String heap,
      int port,
      String database,
      EmbeddedPostgres postgres,
      Map<String, String> more)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap,
            "-jar",
            jar.toString());
    builder.environment().putAll(more);
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_PORT",
                String.valueOf(port),
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT",
                String.valueOf(port + 1_000),
                "TRADEWIND_ACCESS_ANONYMOUS",
                "loopback",
                "TRADEWIND_DB_HOST",
                postgres.host(),
                "TRADEWIND_DB_PORT",
                String.valueOf(postgres.port()),
                "TRADEWIND_DB_NAME",
                database,
                "TRADEWIND_DB_USER",
                EmbeddedPostgres.USER,
                "TRADEWIND_DB_PASSWORD",
                EmbeddedPostgres.PASSWORD));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(
            java.nio.file.Files.createTempFile("tradewind-benchmark-metrics", ".log").toFile())
        .start();
  }

  private static void awaitUp() throws InterruptedException {
    for (int attempt = 0; attempt < 120; attempt++) {
      try {
        HttpURLConnection connection =
            (HttpURLConnection)
                URI.create("http://127.0.0.1:" + GATEWAY + "/api/v1/regions")
                    .toURL()
                    .openConnection();
        if (connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
          return;
        }
      } catch (IOException notYet) {
        // The next attempt tells.
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new IllegalStateException("the service did not start");
  }
}

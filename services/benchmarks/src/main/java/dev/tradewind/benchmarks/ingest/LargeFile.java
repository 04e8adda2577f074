package dev.tradewind.benchmarks.ingest;

import dev.tradewind.benchmarks.ProcessMemory;
import dev.tradewind.contracts.Topics;
import dev.tradewind.embedded.EmbeddedKafka;
import dev.tradewind.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/**
 * One file of many rows through a packaged ingest with a small heap: made on the fly, streamed over
 * HTTP, checked, stored as blocks and published, beside COPY of the same rows into an indexed table
 * on the same server. Prints the memory that the process took on the way.
 *
 * <p>Arguments: rows (20000000), heap (256m), the packaged ingest
 * (services/ingest/target/quarkus-app/quarkus-run.jar), and, to go on until the facts can be asked
 * for, the packaged metrics. COPY then goes into a table like that of metrics' facts.
 */
public final class LargeFile {
  private static final int PORT = 18_081;
  private static final Set<String> WAITING =
      Set.of("received", "checking", "publishing", "published");
  private static final String NUMBERS = "product int, region int, partner int";
  private static final String TEXTS =
      "product text collate \"C\", region text collate \"C\", partner text collate \"C\"";
  private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Set<String> done;

  private LargeFile(Set<String> done) {
    this.done = done;
  }

  /** Runs it. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    long rows = arguments.length > 0 ? Long.parseLong(arguments[0]) : 20_000_000;
    String heap = arguments.length > 1 ? arguments[1] : "256m";
    Path jar =
        Path.of(
            arguments.length > 2
                ? arguments[2]
                : "services/ingest/target/quarkus-app/quarkus-run.jar");
    Path metrics = arguments.length > 3 ? Path.of(arguments[3]) : null;
    try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary().start();
        EmbeddedKafka kafka = EmbeddedKafka.temporary().start()) {
      kafka.createTopics(Map.of(Topics.EXPORTS, 4, Topics.SUBMISSIONS, 1, Topics.INDICATORS, 1));
      postgres.createDatabases(List.of("ingest", "metrics", "bare"));
      double copy = copy(postgres, rows, metrics == null ? NUMBERS : TEXTS);
      System.out.printf("COPY: %.1f s, %,.0f rows/s%n", copy, (double) rows / copy);
      Process behind =
          metrics == null ? null : start(postgres, kafka, "1g", metrics, "metrics", PORT + 2);
      try {
        new LargeFile(behind == null ? Set.of("published", "applied") : Set.of("applied"))
            .measure(postgres, kafka, rows, heap, jar, copy);
      } finally {
        if (behind != null) {
          behind.destroy();
          behind.waitFor();
        }
      }
    }
  }

  private void measure(
      EmbeddedPostgres postgres, EmbeddedKafka kafka, long rows, String heap, Path jar, double copy)
      throws IOException, InterruptedException {
    Process ingest = start(postgres, kafka, heap, jar, "ingest", PORT);
    try {
      awaitReady(ingest);
      long begin = System.nanoTime();
      String id = send(rows);
      double sent = seconds(begin);
      System.out.printf(
          "accepted: %.1f s, peak memory %d MB%n", sent, ProcessMemory.peakMegabytes(ingest));
      String state = follow(id, begin, ingest);
      double all = seconds(begin);
      System.out.printf(
          "%s: %.1f s, %,.0f rows/s, %.2f of COPY; peak memory %d MB with -Xmx%s%n",
          state, all, (double) rows / all, copy / all, ProcessMemory.peakMegabytes(ingest), heap);
    } finally {
      ingest.destroy();
      ingest.waitFor();
    }
  }

  private static Process start(
      EmbeddedPostgres postgres,
      EmbeddedKafka kafka,
      String heap,
      Path jar,
      String database,
      int port)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Dquarkus.http.host=127.0.0.1");
    command.add("-Dquarkus.http.port=" + port);
    command.add("-Dquarkus.management.port=" + (port + 1));
    command.add("-Dtradewind.access.anonymous=loopback");
    command.add("-Dkafka.bootstrap.servers=" + kafka.bootstrapServers());
    command.add("-Dtradewind.db.host=" + postgres.host());
    command.add("-Dtradewind.db.port=" + postgres.port());
    command.add("-Dtradewind.db.name=" + database);
    command.add("-Dtradewind.db.user=" + EmbeddedPostgres.USER);
    command.add("-Dtradewind.db.password=" + EmbeddedPostgres.PASSWORD);
    command.add("-jar");
    command.add(jar.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void awaitReady(Process ingest) throws InterruptedException {
    URI ready = URI.create("http://127.0.0.1:" + (PORT + 1) + "/q/health/ready");
    while (ingest.isAlive()) {
      try {
        if (text(ready).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // Not listening yet.
      }
      Thread.sleep(500);
    }
    throw new IllegalStateException("ingest ended");
  }

  private HttpResponse<String> text(URI address) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String send(long rows) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + PORT + "/api/v1/submissions?name=large.csv"))
                .header("Content-Type", "text/csv")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new GeneratedRows(rows, GeneratedRows.Layout.CUSTOMS)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    Matcher id = ID.matcher(answer.body());
    if (answer.statusCode() != 202 || !id.find()) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return id.group(1);
  }

  private String follow(String id, long begin, Process ingest)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + PORT + "/api/v1/submissions/" + id);
    String last = "";
    while (true) {
      String body = text(address).body();
      Matcher state = STATE.matcher(body);
      String now = state.find() ? state.group(1) : "unknown";
      if (!now.equals(last)) {
        System.out.printf(
            "%s at %.1f s, peak memory %d MB%n",
            now, seconds(begin), ProcessMemory.peakMegabytes(ingest));
        last = now;
      }
      if (done.contains(now) || !WAITING.contains(now)) {
        return now;
      }
      Thread.sleep(500);
    }
  }

  private static double seconds(long begin) {
    return (double) (System.nanoTime() - begin) / 1e9;
  }

  private static double copy(EmbeddedPostgres postgres, long rows, String codes)
      throws SQLException, IOException {
    try (Connection connection = postgres.dataSource("bare").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table fact (period int, "
              + codes
              + ", value bigint, primary key (period, region, product, partner))");
      long begin = System.nanoTime();
      try (InputStream in = new GeneratedRows(rows, GeneratedRows.Layout.BARE)) {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "copy fact (period, region, product, partner, value) from stdin with (format csv)",
                in);
      }
      double seconds = seconds(begin);
      statement.execute("drop table fact");
      return seconds;
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

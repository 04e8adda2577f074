package dev.tradewind.benchmarks.alerts;

import dev.tradewind.contracts.Topics;
import dev.tradewind.embedded.EmbeddedKafka;
import dev.tradewind.embedded.EmbeddedPostgres;
import dev.tradewind.embedded.slack.SlackStub;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From the moment the last row of a submission is durable in Kafka until Slack has the message,
 * through packaged ingest, metrics and alerts. Each submission revises Yunnan's newest month, so
 * that each is one message. The budget is 2 s at p99.
 *
 * <p>Arguments: submissions (100), and the directory of the services (services).
 */
public final class RowToMessage {
  private static final Duration BUDGET = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final YearMonth NEWEST = YearMonth.of(2025, 2);
  private static final int WARM_UP = 10;
  private static final int FIRST_PORT = 18_181;
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Process> services = new ArrayList<>();
  private final EmbeddedPostgres postgres;
  private final EmbeddedKafka kafka;
  private final SlackStub slack;

  private RowToMessage(EmbeddedPostgres postgres, EmbeddedKafka kafka, SlackStub slack) {
    this.postgres = postgres;
    this.kafka = kafka;
    this.slack = slack;
  }

  /** Runs it. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    int submissions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    Path directory = Path.of(arguments.length > 1 ? arguments[1] : "services");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary().start();
        EmbeddedKafka kafka = EmbeddedKafka.temporary().start();
        SlackStub slack = SlackStub.start()) {
      kafka.createTopics(Map.of(Topics.EXPORTS, 3, Topics.SUBMISSIONS, 2, Topics.INDICATORS, 2));
      postgres.createDatabases(List.of("ingest", "metrics", "alerts"));
      new RowToMessage(postgres, kafka, slack).measure(submissions, directory);
    }
  }

  private void measure(int submissions, Path directory)
      throws IOException, InterruptedException, SQLException {
    try {
      start(directory, "ingest", 0, List.of());
      start(directory, "metrics", 1, List.of());
      start(
          directory,
          "alerts",
          2,
          List.of(
              "-Dtradewind.slack.webhook-url=" + slack.webhookUrl(),
              "-Dtradewind.slack.api-url=" + slack.apiUrl(),
              "-Dtradewind.slack.allowed-hosts=127.0.0.1,localhost"));
      awaitReady();
      send(MonthFile.steady(YearMonth.of(2024, 1), NEWEST));
      long[] sinceDurable = new long[submissions];
      long[] sinceSent = new long[submissions];
      for (int i = -WARM_UP; i < submissions; i++) {
        Instant before = Instant.now();
        int told = slack.posted().size();
        // Another rate each time, as displayed: each is worth a message; and never the same
        // contents.
        UUID id = send(MonthFile.revised(NEWEST, 1_000_000L * (10 + Math.floorMod(i, 2)) + i));
        Instant heard = awaitMessage(told);
        if (i >= 0) {
          sinceSent[i] = Duration.between(before, heard).toNanos();
          sinceDurable[i] = Duration.between(published(id), heard).toNanos();
        }
      }
      print("last row durable to message sent", sinceDurable);
      print("file sent to message sent", sinceSent);
      System.out.printf(
          Locale.ROOT,
          "budget: p99 <= %d ms: %s%n",
          BUDGET.toMillis(),
          quantile(sinceDurable, 0.99) <= (double) BUDGET.toMillis() ? "kept" : "NOT kept");
    } finally {
      services.forEach(Process::destroy);
      for (Process service : services) {
        service.waitFor();
      }
    }
  }

  private void start(Path directory, String service, int number, List<String> more)
      throws IOException {
    int port = FIRST_PORT + 2 * number;
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + (port + 1),
                "-Dtradewind.access.anonymous=loopback",
                "-Dkafka.bootstrap.servers=" + kafka.bootstrapServers(),
                "-Dtradewind.db.host=" + postgres.host(),
                "-Dtradewind.db.port=" + postgres.port(),
                "-Dtradewind.db.user=" + EmbeddedPostgres.USER,
                "-Dtradewind.db.password=" + EmbeddedPostgres.PASSWORD));
    command.addAll(more);
    command.add("-jar");
    command.add(directory.resolve(service + "/target/quarkus-app/quarkus-run.jar").toString());
    services.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target", "row-to-message-" + service + ".log").toFile())
            .start());
  }

  private void awaitReady() throws InterruptedException {
    for (int number = 0; number < services.size(); number++) {
      URI ready =
          URI.create("http://127.0.0.1:" + (FIRST_PORT + 2 * number + 1) + "/q/health/ready");
      while (!isReady(ready)) {
        if (!services.get(number).isAlive()) {
          throw new IllegalStateException("a service ended; see target/row-to-message-*.log");
        }
        Thread.sleep(300);
      }
    }
  }

  private boolean isReady(URI ready) throws InterruptedException {
    try {
      return http.send(
                  HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private UUID send(byte[] file) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(
                        "http://127.0.0.1:" + FIRST_PORT + "/api/v1/submissions?name=month.csv"))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    Matcher id = ID.matcher(answer.body());
    if (answer.statusCode() != 202 || !id.find()) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return UUID.fromString(id.group(1));
  }

  private Instant awaitMessage(int told) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (slack.posted().size() <= told) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("no message within " + PATIENCE);
      }
      Thread.sleep(2);
    }
    return slack.posted().get(told).receivedAt();
  }

  /** When Kafka had the last row. */
  private Instant published(UUID id) throws SQLException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    try (Connection connection = postgres.dataSource("ingest").getConnection();
        PreparedStatement query =
            connection.prepareStatement("select published_at from submission where id = ?")) {
      query.setObject(1, id);
      while (Instant.now().isBefore(end)) {
        try (ResultSet row = query.executeQuery()) {
          if (row.next() && row.getTimestamp(1) != null) {
            return row.getTimestamp(1).toInstant();
          }
        }
        Thread.sleep(5);
      }
    }
    throw new IllegalStateException("submission " + id + " was not published");
  }

  private static void print(String name, long[] nanos) {
    System.out.printf(
        Locale.ROOT,
        "%-34s n=%d  p50=%.0f ms  p99=%.0f ms  max=%.0f ms%n",
        name,
        nanos.length,
        quantile(nanos, 0.5),
        quantile(nanos, 0.99),
        quantile(nanos, 1));
  }

  /** A quantile in milliseconds. */
  private static double quantile(long[] nanos, double quantile) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int place = (int) Math.ceil(quantile * sorted.length) - 1;
    return sorted[Math.max(0, place)] / 1e6;
  }
}
